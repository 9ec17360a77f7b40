package jp.yakuba.web.account;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import jp.yakuba.account.api.AccountDesk;
import jp.yakuba.account.api.AccountView;
import jp.yakuba.account.api.CardDesk;
import jp.yakuba.account.api.CardView;
import jp.yakuba.account.api.RegistrationDesk;
import jp.yakuba.account.api.SessionLine;
import jp.yakuba.account.api.SignInDesk;

/** Behind {@code account.xhtml} and the pages of its parts: what an account is, and how its owner changes it. */
@Named
@RequestScoped
public class AccountPage {
    @Inject
    private AccountDesk desk;

    @Inject
    private RegistrationDesk registration;

    @Inject
    private CardDesk cards;

    @Inject
    private SignInDesk signIn;

    @Inject
    private Visit visit;

    private AccountView account;
    private String displayName;
    private String mail;
    private String oldPassword;
    private String newPassword;
    private String language;

    @PostConstruct
    void open() {
        account = desk.mine();
        displayName = account.displayName();
        mail = account.mailAddress();
        language = account.language();
    }

    public void saveProfile() {
        registration.changeProfile(displayName, language);
        visit.go("/account?done=profile");
    }

    public void saveMail() {
        registration.changeMail(SignInPage.orEmpty(mail));
        visit.go("/account?done=mail");
    }

    public void savePassword() {
        registration.changePassword(oldPassword, SignInPage.orEmpty(newPassword), visit.session());
        visit.go("/account?done=password");
    }

    /** Takes the card named by the button off the account. */
    public void removeCard(UUID cardId) {
        cards.remove(cardId, visit.session());
        visit.go("/account?done=card");
    }

    /** Ends the session named by the button. */
    public void endSession(UUID sessionId) {
        signIn.end(sessionId);
        visit.go("/account?done=session");
    }

    /** Signs out everywhere but here. */
    public void endOthers() {
        signIn.endOthers(visit.session());
        visit.go("/account?done=others");
    }

    public AccountView getAccount() {
        return account;
    }

    public List<CardView> getCards() {
        return cards.listMine();
    }

    /** True if the person is signed in somewhere else too. */
    public boolean isElsewhere() {
        return getSessions().size() > 1;
    }

    public List<SessionLine> getSessions() {
        return signIn.listMine(visit.session());
    }

    /** What was just done; null if nothing. */
    public String getDone() {
        var done = visit.parameter("done");
        return done != null && List.of("profile", "mail", "password", "card", "session", "others").contains(done) ? done : null;
    }

    public String getDisplayName() {
        return displayName;
    }

    public void setDisplayName(String displayName) {
        this.displayName = displayName;
    }

    public String getMail() {
        return mail;
    }

    public void setMail(String mail) {
        this.mail = mail;
    }

    public String getOldPassword() {
        return oldPassword;
    }

    public void setOldPassword(String oldPassword) {
        this.oldPassword = oldPassword;
    }

    public String getNewPassword() {
        return newPassword;
    }

    public void setNewPassword(String newPassword) {
        this.newPassword = newPassword;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }
}
