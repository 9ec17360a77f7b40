package jp.yakuba.account.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.account.api.AccountDesk;
import jp.yakuba.account.api.AccountProblem;
import jp.yakuba.account.api.AccountView;
import jp.yakuba.account.api.Correspondent;
import jp.yakuba.account.api.MandateView;
import jp.yakuba.account.model.Account;
import jp.yakuba.account.model.Mandate;
import jp.yakuba.account.store.AccountStore;
import jp.yakuba.account.store.CardStore;
import jp.yakuba.account.store.FactorStore;
import jp.yakuba.account.store.MandateStore;
import jp.yakuba.kernel.Assurance;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;

/** Tells what is known of accounts, their links and their mandates. */
@Stateless
public class AccountDeskBean implements AccountDesk {
    private AccountStore store;
    private CardStore cards;
    private FactorStore factors;
    private MandateStore mandates;
    private CurrentActor actor;
    private OfficeClock clock;

    protected AccountDeskBean() {
        // for the container
    }

    @Inject
    public AccountDeskBean(
            AccountStore store, CardStore cards, FactorStore factors, MandateStore mandates, CurrentActor actor,
            OfficeClock clock) {
        this.store = store;
        this.cards = cards;
        this.factors = factors;
        this.mandates = mandates;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public AccountView mine() {
        return view(actor.get().id());
    }

    @Override
    @RolesAllowed({Role.DESK, Role.SYSTEM})
    public AccountView get(UUID accountId) {
        return view(accountId);
    }

    @Override
    @RolesAllowed({Role.DESK, Role.SYSTEM})
    public Correspondent correspondent(UUID accountId) {
        var account = found(accountId);
        return new Correspondent(account.language(), account.mail());
    }

    @Override
    @RolesAllowed({Role.DESK, Role.SYSTEM})
    public Optional<UUID> findPersonOf(UUID accountId) {
        return store.findPersonOf(accountId);
    }

    @Override
    @RolesAllowed(Role.DESK)
    public Optional<UUID> findAccountOf(UUID personId) {
        return store.findAccountOf(personId);
    }

    @Override
    @RolesAllowed({Role.RESIDENT, Role.DESK})
    public List<MandateView> listMandatesToMe() {
        return mandates.listStanding(actor.get().id(), clock.today());
    }

    @Override
    @RolesAllowed({Role.DESK, Role.SYSTEM})
    public Optional<UUID> findPrincipalOf(UUID mandateId) {
        return mandates.find(mandateId).map(Mandate::principalAccountId);
    }

    @Override
    @RolesAllowed({Role.DESK, Role.SYSTEM})
    public List<UUID> listMandatesGivenBy(UUID accountId) {
        return mandates.listIdsGivenBy(accountId);
    }

    @Override
    @RolesAllowed({Role.DESK, Role.SYSTEM})
    public boolean mandateCovers(UUID mandateId, UUID agentAccountId, String procedureCode) {
        return mandates.find(mandateId)
                .filter(mandate -> mandate.covers(agentAccountId, procedureCode, clock.today()))
                .isPresent();
    }

    @Override
    @RolesAllowed({Role.DESK, Role.SYSTEM})
    public boolean mandateStands(UUID mandateId, UUID agentAccountId) {
        return mandates.find(mandateId)
                .filter(mandate -> mandate.standsOn(clock.today()) && agentAccountId.equals(mandate.agentAccountId()))
                .isPresent();
    }

    @Override
    @RolesAllowed({Role.DESK, Role.SYSTEM})
    public Assurance mandateGivenWith(UUID mandateId) {
        return mandates.find(mandateId).map(Mandate::givenWith).orElse(Assurance.NONE);
    }

    private Account found(UUID id) {
        return store.find(id).orElseThrow(() -> new RuleViolation(AccountProblem.NO_SUCH_ACCOUNT));
    }

    private AccountView view(UUID id) {
        var account = found(id);
        boolean card = !cards.listOf(id).isEmpty();
        boolean factor = factors.isAsked(id);
        boolean verified = account.mail() != null;
        return new AccountView(id, account.displayName(), verified ? account.mail() : account.pendingMail(), verified,
                account.language(), store.findPersonOf(id).orElse(null), factor, card, highest(account, factor, card));
    }

    private static Assurance highest(Account account, boolean factor, boolean card) {
        if (card) {
            return Assurance.SIGNATURE;
        }
        if (factor) {
            return Assurance.TWO_FACTOR;
        }
        return account.hasPassword() ? Assurance.PASSWORD : Assurance.MAIL;
    }
}
