package jp.yakuba.account.api;

import jakarta.ejb.Local;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.kernel.Assurance;

/** The account desk: what the portal knows of the person behind a session. */
@Local
public interface AccountDesk {
    /** The account of the signed-in resident. */
    AccountView mine();

    /** The account with the id, for other desks inside a deed. */
    AccountView get(UUID accountId);

    /** How the account's owner is written to, for other desks inside a deed. */
    Correspondent correspondent(UUID accountId);

    /** The ledger person the account is linked to today, if any. */
    Optional<UUID> findPersonOf(UUID accountId);

    /** The account that is linked to the ledger person today, if any; for other desks inside a deed. */
    Optional<UUID> findAccountOf(UUID personId);

    /** Mandates (委任) under which the signed-in account may act today. */
    List<MandateView> listMandatesToMe();

    /** Whoever gave the mandate, also after its end. */
    Optional<UUID> findPrincipalOf(UUID mandateId);

    /** Ids of every mandate the account ever gave. */
    List<UUID> listMandatesGivenBy(UUID accountId);

    /** True if the mandate stands today and lets its agent act in the procedure. */
    boolean mandateCovers(UUID mandateId, UUID agentAccountId, String procedureCode);

    /** True if the mandate stands today and lets the agent act, in whatever it names. */
    boolean mandateStands(UUID mandateId, UUID agentAccountId);

    /** How surely the principal was known when the mandate was given; {@link Assurance#NONE} if there is none. */
    Assurance mandateGivenWith(UUID mandateId);
}
