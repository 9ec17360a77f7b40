package jp.yakuba.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jp.yakuba.account.api.CardDesk;
import jp.yakuba.account.api.OpenCardAccount;
import jp.yakuba.account.api.Register;
import jp.yakuba.account.api.RegistrationDesk;
import jp.yakuba.web.shell.SessionCookie;
import jp.yakuba.web.shell.Ui;

/** Behind {@code register.xhtml} and {@code register-card.xhtml}: a new account by mail address, or by card. */
@Named
@RequestScoped
public class RegisterPage {
    @Inject
    private RegistrationDesk desk;

    @Inject
    private CardDesk cards;

    @Inject
    private Visit visit;

    @Inject
    private Ui ui;

    private String mail;
    private String displayName;
    private String password;

    /** Asks for an account; the link in the mail opens it. */
    public void register() {
        desk.register(new Register(SignInPage.orEmpty(mail), SignInPage.orEmpty(displayName),
                SignInPage.orEmpty(password), ui.getLanguage(), visit.origin()));
        visit.go("/register?sent=1");
    }

    /** Opens an account for the card that was just read. */
    public void registerCard() {
        var step = cards.openAccount(new OpenCardAccount(SignInPage.orEmpty(visit.cookie(SessionCookie.CARD)),
                SignInPage.orEmpty(visit.parameter("token")), SignInPage.orEmpty(displayName), SignInPage.orEmpty(mail),
                ui.getLanguage(), visit.origin(), visit.agent()));
        visit.take(SessionCookie.CARD);
        visit.comeIn(step, visit.nextAfterCard());
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

    public String getDisplayName() {
        return displayName;
    }

    public void setDisplayName(String displayName) {
        this.displayName = displayName;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
