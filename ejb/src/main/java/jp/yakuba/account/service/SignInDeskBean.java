package jp.yakuba.account.service;

import static jp.yakuba.account.api.AccountProblem.CODE_WRONG;
import static jp.yakuba.account.api.AccountProblem.CREDENTIALS_WRONG;
import static jp.yakuba.account.api.AccountProblem.LINK_LAPSED;
import static jp.yakuba.account.api.AccountProblem.NO_SUCH_SESSION;
import static jp.yakuba.account.api.AccountProblem.SESSION_ENDED;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.account.api.AskForLink;
import jp.yakuba.account.api.MailTokenPurpose;
import jp.yakuba.account.api.PasswordSignIn;
import jp.yakuba.account.api.SessionLine;
import jp.yakuba.account.api.SignInDesk;
import jp.yakuba.account.api.SignInStep;
import jp.yakuba.account.api.StaffSignIn;
import jp.yakuba.account.api.Zone;
import jp.yakuba.account.model.Account;
import jp.yakuba.account.model.MailAddress;
import jp.yakuba.account.model.MailToken;
import jp.yakuba.account.model.PasswordHash;
import jp.yakuba.account.model.SecretToken;
import jp.yakuba.account.store.AccountStore;
import jp.yakuba.account.store.GuardStore;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.Assurance;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;

/** Lets people in; its answers never tell whether an account exists. */
@Stateless
@RunAs(Role.DESK)
public class SignInDeskBean implements SignInDesk {
    private static final String ACCOUNT = "account";
    private static final String STAFF = "staff";
    private static final String ADDRESS = "address";
    private static final String FACTOR = "factor";

    private AccountStore accounts;
    private GuardStore guards;
    private SessionBook sessions;
    private AttemptBook attempts;
    private Authenticator authenticator;
    private Postbox post;
    private AuditDesk audit;
    private CurrentActor actor;
    private OfficeClock clock;

    protected SignInDeskBean() {
        // for the container
    }

    @Inject
    public SignInDeskBean(
            AccountStore accounts, GuardStore guards, SessionBook sessions, AttemptBook attempts,
            Authenticator authenticator, Postbox post, AuditDesk audit, CurrentActor actor, OfficeClock clock) {
        this.accounts = accounts;
        this.guards = guards;
        this.sessions = sessions;
        this.attempts = attempts;
        this.authenticator = authenticator;
        this.post = post;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    /** Open to all: it is how anybody comes to have a role. */
    @Override
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Actor> actorOf(String token, Zone zone, String origin) {
        return token == null || token.isEmpty() ? Optional.empty() : sessions.actorOf(token, zone, origin);
    }

    /** Open to all: whoever signs in has no role yet. */
    @Override
    @PermitAll
    public SignInStep signIn(PasswordSignIn command) {
        var mail = MailAddress.tidy(command.mail());
        attempts.admit(ACCOUNT, mail, command.origin());
        var account = accounts.findByMail(mail);
        if (!knows(account, command.password())) {
            throw refuse(ACCOUNT, mail, command.origin(), account.map(Account::id).orElse(null));
        }
        attempts.succeed(ACCOUNT, mail, command.origin());
        var id = account.orElseThrow().id();
        boolean asked = authenticator.isAsked(id);
        var step = sessions.openResident(id, asked, Assurance.PASSWORD, command.origin(), command.agent());
        note(asked ? "account.sign-in.password" : "account.sign-in", ACCOUNT, id);
        return step;
    }

    /** Open to all: whoever signs in has no role yet. */
    @Override
    @PermitAll
    public void askForLink(AskForLink command) {
        var mail = RegistrationDeskBean.readable(command.mail());
        attempts.mustBeOpen(ADDRESS, command.origin());
        attempts.countMail(mail, command.origin());
        var token = SecretToken.fresh();
        accounts.add(MailToken.toSignIn(token, mail, command.language(), clock.now()));
        post.sendLink("account-sign-in-link", mail, command.language(), "/sign-in-link", token, command.returnTo());
    }

    /** Open to all: the token of the mail is the proof. */
    @Override
    @PermitAll
    public SignInStep signInByLink(String token, String origin, String agent) {
        var link = accounts.lockToken(token == null ? "" : token)
                .filter(found -> found.purpose() == MailTokenPurpose.SIGN_IN && found.works(clock.now()))
                .orElseThrow(() -> new RuleViolation(LINK_LAPSED));
        link.use(clock.now());
        var id = accounts.findByMail(link.mail()).map(Account::id).orElseGet(() -> openAccount(link));
        boolean asked = authenticator.isAsked(id);
        var step = sessions.openResident(id, asked, Assurance.MAIL, origin, agent);
        note(asked ? "account.sign-in.link" : "account.sign-in", ACCOUNT, id);
        return step;
    }

    private UUID openAccount(MailToken link) {
        var account = link.openAccount(clock.now());
        accounts.add(account);
        accounts.write();
        note("account.open", ACCOUNT, account.id());
        return account.id();
    }

    /** Open to all: whoever signs in has no role yet. */
    @Override
    @PermitAll
    public SignInStep signInStaff(StaffSignIn command) {
        var number = MailAddress.tidy(command.number());
        attempts.admit(STAFF, number, command.origin());
        var login = guards.findStaff(number);
        if (!login.map(known -> known.knows(command.password())).orElseGet(() -> spendTime(command.password()))) {
            throw refuse(STAFF, number, command.origin(), login.map(known -> known.staffId()).orElse(null));
        }
        attempts.succeed(STAFF, number, command.origin());
        var id = login.orElseThrow().staffId();
        boolean asked = authenticator.isAsked(id);
        var step = sessions.openStaff(id, asked, command.origin(), command.agent());
        note(asked ? "account.sign-in.password" : "account.sign-in", STAFF, id);
        return step;
    }

    /** Open to all: the token of the waiting session says who it is. */
    @Override
    @PermitAll
    public SignInStep confirm(String token, String code, String origin, String agent) {
        var waiting = sessions.findWaiting(token).orElseThrow(() -> new RuleViolation(SESSION_ENDED));
        var owner = waiting.ownerId();
        attempts.admit(FACTOR, owner.toString());
        if (!authenticator.accepts(owner, code)) {
            attempts.fail(FACTOR, owner.toString());
            audit.refused(new AuditNote("account.sign-in", null, ACCOUNT, owner.toString(), CODE_WRONG.code()));
            throw new RuleViolation(CODE_WRONG);
        }
        attempts.succeed(FACTOR, owner.toString());
        note("account.sign-in", waiting.zone() == Zone.PORTAL ? ACCOUNT : STAFF, owner);
        return sessions.open(waiting);
    }

    /** Open to all: the token is the proof. */
    @Override
    @PermitAll
    public void signOut(String token) {
        sessions.end(token).ifPresent(session -> note("account.sign-out", ACCOUNT, session.ownerId()));
    }

    @Override
    @RolesAllowed({Role.RESIDENT, Role.STAFF})
    public List<SessionLine> listMine(String token) {
        return sessions.listOf(actor.get().id(), token);
    }

    @Override
    @RolesAllowed({Role.RESIDENT, Role.STAFF})
    public void end(UUID sessionId) {
        if (!sessions.end(sessionId, actor.get().id())) {
            audit.refused(new AuditNote("account.session.end", null, "session", sessionId.toString(), NO_SUCH_SESSION.code()));
            throw new RuleViolation(NO_SUCH_SESSION);
        }
        note("account.session.end", "session", sessionId);
    }

    @Override
    @RolesAllowed({Role.RESIDENT, Role.STAFF})
    public void endOthers(String token) {
        var mine = actor.get().id();
        sessions.endOthersOf(mine, token);
        note("account.session.end-others", ACCOUNT, mine);
    }

    private RuleViolation refuse(String kind, String subject, String origin, UUID id) {
        attempts.fail(kind, subject, origin);
        audit.refused(new AuditNote("account.sign-in", null, kind, id == null ? null : id.toString(), CREDENTIALS_WRONG.code()));
        return new RuleViolation(CREDENTIALS_WRONG);
    }

    private void note(String deed, String type, UUID id) {
        audit.changed(new AuditNote(deed, null, type, id.toString(), null));
    }

    /** An account without a password takes as long as one with, and as none at all. */
    private static boolean knows(Optional<Account> account, String password) {
        return account.filter(Account::hasPassword).map(known -> known.knows(password)).orElseGet(() -> spendTime(password));
    }

    private static boolean spendTime(String password) {
        return PasswordHash.ofNobody().fits(password);
    }
}
