package jp.yakuba.account.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import jp.yakuba.account.api.AccountProblem;
import jp.yakuba.account.api.MandateDesk;
import jp.yakuba.account.api.MandateView;
import jp.yakuba.account.api.OfferMandate;
import jp.yakuba.account.model.AttemptRule;
import jp.yakuba.account.model.Mandate;
import jp.yakuba.account.store.AccountStore;
import jp.yakuba.account.store.MandateStore;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;

/** Keeps mandates between accounts. */
@Stateless
@RunAs(Role.DESK)
public class MandateDeskBean implements MandateDesk {
    private static final int LONGEST_YEARS = 3;

    private AccountStore accounts;
    private MandateStore store;
    private AttemptBook attempts;
    private Postbox post;
    private AuditDesk audit;
    private CurrentActor actor;
    private OfficeClock clock;

    protected MandateDeskBean() {
        // for the container
    }

    @Inject
    public MandateDeskBean(
            AccountStore accounts, MandateStore store, AttemptBook attempts, Postbox post, AuditDesk audit,
            CurrentActor actor, OfficeClock clock) {
        this.accounts = accounts;
        this.store = store;
        this.attempts = attempts;
        this.post = post;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public void offer(OfferMandate command) {
        var principal = actor.get().id();
        mustBeReadable(command.from(), command.until());
        attempts.mustBeOpen("mandate", principal.toString());
        var agent = accounts.findByMail(RegistrationDeskBean.readable(command.agentMail()));
        if (agent.isEmpty()) {
            attempts.fail("mandate", principal.toString(), AttemptRule.ACCOUNT);
            return;
        }
        if (agent.get().id().equals(principal)) {
            throw new RuleViolation(AccountProblem.MANDATE_UNREADABLE);
        }
        var mandate = Mandate.offer(
                principal, agent.get().id(), command.procedures(), command.from(), command.until(), clock.now());
        store.add(mandate);
        note("account.mandate.offer", mandate.id());
        var name = accounts.find(principal).map(account -> account.displayName()).orElse("");
        post.tell("account-mandate-offered", agent.get(), mandate.id(), Map.of("name", name), "/account-mandates");
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public List<MandateView> listGiven() {
        return store.listGiven(actor.get().id());
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public List<MandateView> listReceived() {
        return store.listReceived(actor.get().id());
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public void accept(UUID mandateId) {
        change(mandateId, Mandate::agentAccountId, Mandate::accept, "account.mandate.accept");
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public void decline(UUID mandateId) {
        change(mandateId, Mandate::agentAccountId, Mandate::decline, "account.mandate.decline");
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public void revoke(UUID mandateId) {
        change(mandateId, Mandate::principalAccountId, Mandate::revoke, "account.mandate.revoke");
    }

    private void change(
            UUID mandateId, Function<Mandate, UUID> whose, BiPredicate<Mandate, java.time.Instant> verb, String deed) {
        var mandate = store.find(mandateId)
                .filter(found -> whose.apply(found).equals(actor.get().id()))
                .orElseThrow(() -> refused(deed, mandateId));
        if (!verb.test(mandate, clock.now())) {
            throw new RuleViolation(AccountProblem.NO_SUCH_MANDATE);
        }
        note(deed, mandateId);
    }

    private RuleViolation refused(String deed, UUID mandateId) {
        audit.refused(new AuditNote(deed, null, "mandate", mandateId.toString(), AccountProblem.NO_SUCH_MANDATE.code()));
        return new RuleViolation(AccountProblem.NO_SUCH_MANDATE);
    }

    private void mustBeReadable(LocalDate from, LocalDate until) {
        var today = clock.today();
        if (until.isBefore(from) || until.isBefore(today) || until.isAfter(today.plusYears(LONGEST_YEARS))) {
            throw new RuleViolation(AccountProblem.MANDATE_UNREADABLE);
        }
    }

    private void note(String deed, UUID mandateId) {
        audit.changed(new AuditNote(deed, null, "mandate", mandateId.toString(), null));
    }
}
