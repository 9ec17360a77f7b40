package jp.yakuba.resident.api;

import jakarta.ejb.Local;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Predicate;

/** The desk that tells what a copy of the residence record (住民票の写し) says to another municipality's desk. It compares, and never searches. */
@Local
public interface CopyDesk {
    /**
     * What is told; each person who is told of, or asked for in vain, stands in the audit log with the reason.
     *
     * @param says asked once about what is to be told: false if the caller cannot say it, and nothing is told then
     */
    CopyAnswer tell(CopyQuestion question, Predicate<CopyAnswer> says);

    /**
     * True if somebody who is protected has one of the names or the day of birth, or the address is like a shielded one: a letter that says such things
     * is then not for everybody who keeps the ledger. On doubt it is.
     */
    boolean isLikeShielded(Collection<String> names, LocalDate birthDate, String address);

    /**
     * Whether what was told and has not left yet may leave: not once one of the persons, or somebody they live with, is protected (支援措置), and not
     * once anything of the household has changed or a change waits.
     *
     * @param asking whoever asked
     * @param facts as {@link CopyAnswer#facts} told them
     */
    CopyAnswer.Outcome askAgain(UUID asking, Collection<UUID> persons, String facts);
}
