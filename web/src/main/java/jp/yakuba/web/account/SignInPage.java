package jp.yakuba.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Set;
import java.util.stream.Stream;
import jp.yakuba.account.api.PasswordSignIn;
import jp.yakuba.account.api.SignInDesk;
import jp.yakuba.kernel.Assurance;
import jp.yakuba.web.portal.Beginnings;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Paths;
import jp.yakuba.web.shell.SessionCookie;

/** Behind {@code sign-in.xhtml} and {@code sign-in-code.xhtml}: password, then a code where one is asked. */
@Named
@RequestScoped
public class SignInPage {
    private static final String HOME = "/my";
    private static final Set<String> WHYS = Set.of("ended", "out", "sure");

    @Inject
    private SignInDesk desk;

    @Inject
    private Visit visit;

    @Inject
    private Messages messages;

    @Inject
    private Beginnings beginnings;

    private Beginnings.Beginning beginning;
    private String mail;
    private String password;
    private String code;

    /** First step. */
    public void signIn() {
        var step = desk.signIn(new PasswordSignIn(orEmpty(mail), orEmpty(password), visit.origin(), visit.agent()));
        if (step.secondFactorNeeded()) {
            visit.give(SessionCookie.SECOND_STEP, step.token());
            visit.go("/sign-in-code?next=" + Paths.encode(visit.next(HOME)));
            return;
        }
        visit.comeIn(step, visit.next(HOME));
    }

    /** Second step. */
    public void confirm() {
        var waiting = visit.cookie(SessionCookie.SECOND_STEP);
        var step = desk.confirm(orEmpty(waiting), orEmpty(code), visit.origin(), visit.agent());
        visit.take(SessionCookie.SECOND_STEP);
        visit.comeIn(step, visit.next(HOME));
    }

    /** Why a card did not open the door; null if none was tried. */
    public String getCardWords() {
        var card = visit.parameter("card");
        if (card == null) {
            return null;
        }
        return messages.has("problem." + card) ? messages.get("problem." + card) : messages.get("account.card.none");
    }

    /** {@code ended}, {@code out} or {@code sure}; null if the person came by itself. */
    public String getWhy() {
        var why = visit.parameter("why");
        return why != null && WHYS.contains(why) ? why : null;
    }

    /** What the person is about to begin; without procedures if nothing. */
    public Beginnings.Beginning getBeginning() {
        if (beginning == null) {
            beginning = beginnings.at(visit.next(HOME));
        }
        return beginning;
    }

    /** How surely the person must be known for it. */
    public Assurance getNeeded() {
        var level = visit.parameter("level");
        var asked = Stream.of(Assurance.values()).filter(each -> each.name().equals(level)).findFirst();
        return asked.filter(each -> each.satisfies(getBeginning().needed())).orElseGet(getBeginning()::needed);
    }

    /** True if a confirmed mail address is enough for what the person wants. */
    public boolean isMailEnough() {
        return Assurance.MAIL.satisfies(getNeeded());
    }

    /** True if a password, with a code where the owner set one up, may be enough. */
    public boolean isPasswordEnough() {
        return Assurance.TWO_FACTOR.satisfies(getNeeded());
    }

    /** The way to come in with a mail address alone. */
    public String getMailLink() {
        return "/sign-in-link?next=" + Paths.encode(visit.next(HOME));
    }

    /** The way to sign in by card. */
    public String getCardLink() {
        return "/card/start?next=" + Paths.encode(visit.next(HOME));
    }

    static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    public String getMail() {
        return mail;
    }

    public void setMail(String mail) {
        this.mail = mail;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
