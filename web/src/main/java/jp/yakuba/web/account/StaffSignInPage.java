package jp.yakuba.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jp.yakuba.account.api.SignInDesk;
import jp.yakuba.account.api.SignInStep;
import jp.yakuba.account.api.StaffSignIn;
import jp.yakuba.web.shell.Paths;
import jp.yakuba.web.shell.SessionCookie;

/** Behind {@code office/sign-in.xhtml} and {@code office/sign-in-code.xhtml}. */
@Named
@RequestScoped
public class StaffSignInPage {
    private static final String HOME = "/office";

    @Inject
    private SignInDesk desk;

    @Inject
    private Visit visit;

    private String number;
    private String password;
    private String code;

    /** First step. */
    public void signIn() {
        var step = desk.signInStaff(new StaffSignIn(SignInPage.orEmpty(number), SignInPage.orEmpty(password),
                visit.origin(), visit.agent()));
        if (step.secondFactorNeeded()) {
            visit.give(SessionCookie.SECOND_STEP, step.token());
            visit.go("/office/sign-in-code?next=" + Paths.encode(next()));
            return;
        }
        comeIn(step);
    }

    /** Second step. */
    public void confirm() {
        var waiting = SignInPage.orEmpty(visit.cookie(SessionCookie.SECOND_STEP));
        var step = desk.confirm(waiting, SignInPage.orEmpty(code), visit.origin(), visit.agent());
        visit.take(SessionCookie.SECOND_STEP);
        comeIn(step);
    }

    /** What could not be sent when the last session ended comes first. */
    private void comeIn(SignInStep step) {
        visit.exchange(SessionCookie.OFFICE, step.token());
        visit.go(step.unsent() ? OfficeContinuePage.PATH : next());
    }

    private String next() {
        var next = visit.next(HOME);
        return next.startsWith(HOME) ? next : HOME;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
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
