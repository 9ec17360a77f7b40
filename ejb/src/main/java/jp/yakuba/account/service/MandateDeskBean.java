package jp.yakuba.account.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import jp.yakuba.account.api.AccountProblem;
import jp.yakuba.account.api.MandateDesk;
import jp.yakuba.account.api.MandateView;
import jp.yakuba.account.api.OfferMandate;
import jp.yakuba.account.model.Account;
import jp.yakuba.account.model.Mandate;
import jp.yakuba.account.store.AccountStore;
import jp.yakuba.account.store.MandateStore;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;

/** Keeps mandates between accounts. */
@Stateless
@RunAs(Role.DESK)
public class MandateDeskBean implements MandateDesk {
    private static final int LONGEST_YEARS = 3;
    private static final String PAGE = "/account-mandates";

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
        var principal = accounts.find(actor.get().id()).orElseThrow(() -> new RuleViolation(AccountProblem.NO_SUCH_ACCOUNT));
        mustBeReadable(command.from(), command.until());
        var mail = RegistrationDeskBean.readable(command.agentMail());
        if (mail.equalsIgnoreCase(principal.mail())) {
            throw new RuleViolation(AccountProblem.MANDATE_UNREADABLE);
        }
        attempts.countMail(mail, principal.id());
        var mandate = Mandate.offer(new Mandate.Giver(principal.id(), actor.get().assurance()), mail, command.procedures(),
                command.from(), command.until(), clock.now());
        store.add(mandate);
        note("account.mandate.offer", mandate.id());
        invite(mail, principal, mandate.id());
    }

    /** The mail goes out whether or not anybody has an account there; a stranger is not told who asks. */
    private void invite(String mail, Account principal, UUID mandateId) {
        accounts.findByMail(mail).ifPresentOrElse(
                agent -> post.tell("account-mandate-offered", agent, mandateId, Map.of("name", principal.displayName()), PAGE),
                () -> post.tell("account-mandate-invited", mail, principal.language(), PAGE));
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public Page<MandateView> listGiven(PageRequest page) {
        return store.listGiven(actor.get().id(), page);
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public Page<MandateView> listReceived(PageRequest page) {
        return store.listReceived(actor.get().id(), myMail(), page);
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public void accept(UUID mandateId) {
        change(mandateId, this::isForMe, (mandate, now) -> mandate.accept(actor.get().id(), now), "account.mandate.accept");
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public void decline(UUID mandateId) {
        change(mandateId, this::isForMe, Mandate::decline, "account.mandate.decline");
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public void revoke(UUID mandateId) {
        change(mandateId, mandate -> mandate.principalAccountId().equals(actor.get().id()), Mandate::revoke,
                "account.mandate.revoke");
    }

    private boolean isForMe(Mandate mandate) {
        return mandate.isFor(actor.get().id(), myMail());
    }

    private String myMail() {
        return accounts.find(actor.get().id()).map(Account::mail).orElse(null);
    }

    private void change(UUID mandateId, Predicate<Mandate> whose, BiPredicate<Mandate, Instant> verb, String deed) {
        var mandate = store.find(mandateId).filter(whose).orElseThrow(() -> refused(deed, mandateId));
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
