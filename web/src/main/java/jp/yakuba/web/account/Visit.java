package jp.yakuba.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import jp.yakuba.web.shell.Paths;
import jp.yakuba.web.shell.SessionCookie;

/** One request of a page of this package: what it carries, and where it leads next. */
@RequestScoped
public class Visit {
    @Inject
    private HttpServletRequest request;

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

    private static HttpServletResponse response() {
        return (HttpServletResponse) FacesContext.getCurrentInstance().getExternalContext().getResponse();
    }
}
