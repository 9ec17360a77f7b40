package jp.yakuba.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jp.yakuba.account.api.AskForLink;
import jp.yakuba.account.api.SignInDesk;
import jp.yakuba.web.shell.Paths;
import jp.yakuba.web.shell.SessionCookie;
import jp.yakuba.web.shell.Ui;

/**
 * Behind {@code sign-in-link.xhtml}: coming in with a mail address alone. A button follows the link, not the visit itself:
 * programs that look at mails open links too.
 */
@Named
@RequestScoped
public class SignInLinkPage {
    private static final String HOME = "/my";

    @Inject
    private SignInDesk desk;

    @Inject
    private Visit visit;

    @Inject
    private Ui ui;

    private String mail;

    /** Asks for a link; it leads to where the person wanted to go. */
    public void ask() {
        desk.askForLink(new AskForLink(SignInPage.orEmpty(mail), ui.getLanguage(), visit.next(HOME), visit.origin()));
        visit.go("/sign-in-link?sent=1");
    }

    /** Comes in by the link. */
    public void enter() {
        var step = desk.signInByLink(visit.parameter("token"), visit.origin(), visit.agent());
        if (step.secondFactorNeeded()) {
            visit.give(SessionCookie.SECOND_STEP, step.token());
            visit.go("/sign-in-code?next=" + Paths.encode(visit.next(HOME)));
            return;
        }
        visit.comeIn(step, visit.next(HOME));
    }

    public boolean isWithToken() {
        return visit.parameter("token") != null;
    }

    /** True after the mail was sent. */
    public boolean isSent() {
        return visit.parameter("sent") != null;
    }

    public String getMail() {
        return mail;
    }

    public void setMail(String mail) {
        this.mail = mail;
    }
}
