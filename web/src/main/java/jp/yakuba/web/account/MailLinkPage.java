package jp.yakuba.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jp.yakuba.account.api.RegistrationDesk;
import jp.yakuba.web.shell.Ui;

/**
 * Behind {@code verify-mail.xhtml} and {@code reset-password.xhtml}: what a link in a mail leads to. A button follows the
 * link, not the visit itself: programs that look at mails open links too.
 */
@Named
@RequestScoped
public class MailLinkPage {
    @Inject
    private RegistrationDesk desk;

    @Inject
    private Visit visit;

    @Inject
    private Ui ui;

    private String mail;
    private String password;

    /** Confirms the address, or opens the account. */
    public void follow() {
        desk.followLink(visit.parameter("token"));
        visit.go("/verify-mail?done=1");
    }

    /** Asks for a link to set a new password. */
    public void ask() {
        desk.askForNewPassword(SignInPage.orEmpty(mail), ui.getLanguage(), visit.origin());
        visit.go("/reset-password?sent=1");
    }

    /** Sets the new password. */
    public void reset() {
        desk.resetPassword(visit.parameter("token"), SignInPage.orEmpty(password));
        visit.go("/reset-password?done=1");
    }

    public boolean isWithToken() {
        return visit.parameter("token") != null;
    }

    public boolean isSent() {
        return visit.parameter("sent") != null;
    }

    public boolean isDone() {
        return visit.parameter("done") != null;
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
}
