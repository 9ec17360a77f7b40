package jp.yakuba.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import jp.yakuba.account.api.SignInDesk;
import jp.yakuba.account.api.SignInStep;
import jp.yakuba.web.shell.Paths;
import jp.yakuba.web.shell.SessionCookie;

/** One request of a page of this package: what it carries, and where it leads next. */
@RequestScoped
public class Visit {
    private static final int TEMPORARY_REDIRECT = 307;

    @Inject
    private HttpServletRequest request;

    @Inject
    private SignInDesk desk;

    String origin() {
        return request.getRemoteAddr();
    }

    String agent() {
        return CardWay.agent(request);
    }

    /** A parameter of the address; null if it is missing or empty. */
    String parameter(String name) {
        var value = request.getParameter(name);
        return value == null || value.isEmpty() ? null : value;
    }

    String cookie(SessionCookie cookie) {
        return cookie.read(request);
    }

    /** The token of the session in which this page is asked for; empty if there is none. */
    String session() {
        return SignInPage.orEmpty(cookie(SessionCookie.PORTAL));
    }

    void give(SessionCookie cookie, String value) {
        cookie.give(request, response(), value);
    }

    void take(SessionCookie cookie) {
        cookie.take(request, response());
    }

    /** Where the person wanted to go, or the other path. */
    String next(String otherwise) {
        var next = parameter("next");
        return next == null ? otherwise : Paths.safe(next);
    }

    /** Where the person wanted to go when the way of the card began. */
    String nextAfterCard() {
        return NextPage.take(request, response());
    }

    /** Gives the browser its session and leads it on; what could not be sent when the last session ended comes first. */
    void comeIn(SignInStep step, String path) {
        exchange(SessionCookie.PORTAL, step.token());
        go(step.unsent() && !path.startsWith("/account-continue") ? "/account-continue?next=" + Paths.encode(path) : path);
    }

    /** Gives the browser its new session; the one it still showed ends, so that nobody goes on with it. */
    void exchange(SessionCookie cookie, String token) {
        exchange(desk, cookie, token, request, response());
    }

    static void exchange(SignInDesk desk, SessionCookie cookie, String token, HttpServletRequest request,
            HttpServletResponse response) {
        var earlier = cookie.read(request);
        cookie.give(request, response, token);
        if (earlier != null && !earlier.isEmpty()) {
            desk.signOut(earlier);
        }
    }

    /** Sends the browser on, so that a reload repeats nothing. */
    void go(String path) {
        var faces = FacesContext.getCurrentInstance();
        try {
            faces.getExternalContext().redirect(path);
            faces.responseComplete();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Has the browser send the very same post to the path. */
    void passOn(String path) {
        var response = response();
        response.setStatus(TEMPORARY_REDIRECT);
        response.setHeader("Location", path);
        FacesContext.getCurrentInstance().responseComplete();
    }

    private static HttpServletResponse response() {
        return (HttpServletResponse) FacesContext.getCurrentInstance().getExternalContext().getResponse();
    }
}
