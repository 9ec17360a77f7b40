package jp.yakuba.account.service;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.account.api.AccountProblem;
import jp.yakuba.account.api.MailTokenPurpose;
import jp.yakuba.account.api.Register;
import jp.yakuba.account.api.RegistrationDesk;
import jp.yakuba.account.api.SecondFactorSetup;
import jp.yakuba.account.model.Account;
import jp.yakuba.account.model.MailAddress;
import jp.yakuba.account.model.MailToken;
import jp.yakuba.account.model.PasswordHash;
import jp.yakuba.account.model.PasswordRule;
import jp.yakuba.account.model.SecretToken;
import jp.yakuba.account.store.AccountStore;
import jp.yakuba.account.store.CardStore;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.kernel.VisibleText;
import jp.yakuba.organization.api.OrganizationDesk;

/** Opens accounts and keeps them up; what an address is to this office, only its owner's mail tells. */
@Stateless
@RunAs(Role.DESK)
public class RegistrationDeskBean implements RegistrationDesk {
    private static final Set<String> LANGUAGES = Set.of("ja", "ja-easy", "en");
    private static final String VERIFY_PAGE = "/verify-mail";

    @Inject
    private AccountStore store;

    @Inject
    private CardStore cards;

    @Inject
    private AttemptBook attempts;

    @Inject
    private Authenticator authenticator;

    @Inject
    private SessionBook sessions;

    @Inject
    private Postbox post;

    @Inject
    private Linking linking;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private AuditDesk audit;

    @Inject
    private CurrentActor actor;

    @Inject
    private OfficeClock clock;

    /** Open to all: whoever asks for an account has none. */
    @Override
    @PermitAll
    public void register(Register command) {
        var mail = readable(command.mail());
        var name = named(command.displayName());
        mustBeStrong(command.password(), mail);
        attempts.countMail(mail, command.origin());
        var password = PasswordHash.of(command.password());
        if (store.findByMail(mail).filter(this::isComplete).isPresent()) {
            post.tell("account-known", mail, command.language(), "/sign-in");
            return;
        }
        var token = SecretToken.fresh();
        store.add(MailToken.toRegister(token, mail, name, password, command.language(), clock.now()));
        post.sendLink("account-register", mail, command.language(), VERIFY_PAGE, token);
    }

    /** Open to all: the token of the mail is the proof. */
    @Override
    @PermitAll
    public MailTokenPurpose followLink(String token) {
        var link = workingLink(token);
        switch (link.purpose()) {
            case REGISTER -> {
                link.use(clock.now());
                store.findByMail(link.mail()).ifPresentOrElse(account -> complete(account, link), () -> open(link));
            }
            case CONFIRM_ADDRESS -> {
                link.use(clock.now());
                takeMail(link);
            }
            case RESET_PASSWORD -> {
                // the page asks for the new password, which uses the link up
            }
        }
        return link.purpose();
    }

    /** Open to all: whoever forgot the password cannot sign in. */
    @Override
    @PermitAll
    public void askForNewPassword(String typed, String language, String origin) {
        var mail = readable(typed);
        attempts.countMail(mail, origin);
        store.findByMail(mail).ifPresentOrElse(account -> {
            var token = SecretToken.fresh();
            store.add(MailToken.toReset(token, account, clock.now()));
            post.sendLink("account-reset-password", mail, account.language(), "/reset-password", token);
        }, () -> post.tell("account-unknown", mail, language, "/register"));
    }

    /** Open to all: the token of the mail is the proof. */
    @Override
    @PermitAll
    public void resetPassword(String token, String password) {
        var link = workingLink(token);
        if (link.purpose() != MailTokenPurpose.RESET_PASSWORD) {
            throw new RuleViolation(AccountProblem.LINK_LAPSED);
        }
        mustBeStrong(password, link.mail());
        link.use(clock.now());
        var account = account(link.accountId());
        if (!link.mail().equalsIgnoreCase(account.mail())) {
            throw new RuleViolation(AccountProblem.LINK_LAPSED);
        }
        setPassword(account, password);
        sessions.endAllOf(account.id());
        attempts.succeed("account", link.mail());
        note("account.password.reset", account.id());
    }

    /** A new password makes every link worthless that was sent to set one. */
    private void setPassword(Account account, String password) {
        account.setPassword(PasswordHash.of(password));
        store.useUpResets(account.id(), clock.now());
        post.tell("account-password-changed", account, UUID.randomUUID(), Map.of(), "/account");
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public void changePassword(String oldPassword, String newPassword, String presentToken) {
        var account = mine();
        if (account.hasPassword()) {
            attempts.admit("password", account.id().toString());
            if (!account.knows(oldPassword == null ? "" : oldPassword)) {
                throw wrong("password", account, AccountProblem.CREDENTIALS_WRONG);
            }
            attempts.succeed("password", account.id().toString());
        }
        mustBeStrong(newPassword, account.mail());
        setPassword(account, newPassword);
        sessions.endOthersOf(account.id(), presentToken);
        note("account.password.change", account.id());
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public void changeMail(String typed) {
        var mail = readable(typed);
        attempts.countMail(mail, actor.get().id());
        linking.awaitMail(mine(), mail);
        note("account.mail.ask", actor.get().id());
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public void changeProfile(String displayName, String language) {
        if (!LANGUAGES.contains(language)) {
            throw new RuleViolation(AccountProblem.NAME_UNREADABLE);
        }
        mine().introduce(named(displayName), language);
        note("account.profile.change", actor.get().id());
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public SecondFactorSetup beginSecondFactor() {
        var account = mine();
        var code = authenticator.begin(account.id());
        var town = organization.town().name();
        var label = account.mail() == null ? "card" : account.mail();
        return new SecondFactorSetup(code.base32(), "otpauth://totp/" + encode(town) + ":" + encode(label)
                + "?secret=" + code.base32() + "&issuer=" + encode(town) + "&algorithm=SHA1&digits=6&period=30");
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public List<String> confirmSecondFactor(String code, String presentToken) {
        var codes = authenticator.confirm(mine().id(), code);
        sessions.endOthersOf(actor.get().id(), presentToken);
        note("account.second-factor.on", actor.get().id());
        return codes;
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public void removeSecondFactor(String code, String presentToken) {
        var account = mine();
        attempts.admit("factor", account.id().toString());
        if (!authenticator.accepts(account.id(), code)) {
            throw wrong("factor", account, AccountProblem.CODE_WRONG);
        }
        attempts.succeed("factor", account.id().toString());
        authenticator.remove(account.id());
        sessions.endOthersOf(account.id(), presentToken);
        note("account.second-factor.off", account.id());
        post.tell("account-second-factor-off", account, UUID.randomUUID(), Map.of(), "/account");
    }

    private RuleViolation wrong(String kind, Account account, AccountProblem problem) {
        attempts.fail(kind, account.id().toString());
        audit.refused(new AuditNote("account." + kind, null, "account", account.id().toString(), problem.code()));
        return new RuleViolation(problem);
    }

    /** True for an account that has more than its address: one that only followed a link may still be registered. */
    private boolean isComplete(Account account) {
        return account.hasPassword() || !cards.listOf(account.id()).isEmpty();
    }

    private void complete(Account account, MailToken link) {
        if (isComplete(account)) {
            throw new RuleViolation(AccountProblem.LINK_LAPSED);
        }
        link.complete(account);
        note("account.register", account.id());
    }

    private void open(MailToken link) {
        var account = link.openAccount(clock.now());
        store.add(account);
        note("account.open", account.id());
    }

    private void takeMail(MailToken link) {
        var account = account(link.accountId());
        if (store.findByMail(link.mail()).filter(owner -> !owner.id().equals(account.id())).isPresent()) {
            throw new RuleViolation(AccountProblem.LINK_LAPSED);
        }
        if (account.mail() != null) {
            post.tell("account-mail-changed", account, UUID.randomUUID(), Map.of(), "/contact");
        }
        account.takeMail(link.mail());
        store.useUpResets(account.id(), clock.now());
        store.write();
        note("account.mail.take", account.id());
    }

    private MailToken workingLink(String token) {
        return store.lockToken(token == null ? "" : token)
                .filter(link -> link.works(clock.now()))
                .orElseThrow(() -> new RuleViolation(AccountProblem.LINK_LAPSED));
    }

    private Account mine() {
        return account(actor.get().id());
    }

    private Account account(UUID id) {
        return store.find(id).orElseThrow(() -> new RuleViolation(AccountProblem.NO_SUCH_ACCOUNT));
    }

    private void note(String deed, UUID accountId) {
        audit.changed(new AuditNote(deed, null, "account", accountId.toString(), null));
    }

    static String readable(String typed) {
        var mail = MailAddress.tidy(typed);
        if (!MailAddress.isReadable(mail)) {
            throw new RuleViolation(AccountProblem.MAIL_UNREADABLE);
        }
        return mail;
    }

    static String named(String typed) {
        var name = typed == null ? "" : VisibleText.of(typed).strip();
        if (name.isEmpty() || name.length() > 100 || name.chars().anyMatch(Character::isISOControl)) {
            throw new RuleViolation(AccountProblem.NAME_UNREADABLE);
        }
        return name;
    }

    private static void mustBeStrong(String password, String mail) {
        if (!PasswordRule.accepts(password, mail)) {
            throw new RuleViolation(AccountProblem.PASSWORD_WEAK, PasswordRule.SHORTEST);
        }
    }

    private static String encode(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8).replace("+", "%20");
    }
}
