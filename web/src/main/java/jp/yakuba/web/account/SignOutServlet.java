package jp.yakuba.web.account;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jp.yakuba.account.api.SignInDesk;
import jp.yakuba.account.api.Zone;
import jp.yakuba.web.shell.Listeners;
import jp.yakuba.web.shell.PreferencesServlet;
import jp.yakuba.web.shell.SessionCookie;

/** The way out, of the portal and of the office. A link on another site does not lead here. */
@WebServlet({"/sign-out", "/office/sign-out"})
public class SignOutServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient SignInDesk desk;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if ("cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        var zone = Listeners.zoneOf(request);
        var cookie = SessionCookie.of(zone);
        var token = cookie.read(request);
        if (token != null) {
            desk.signOut(token);
            cookie.take(request, response);
        }
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        response.setHeader("Clear-Site-Data", "\"cache\"");
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", zone == Zone.OFFICE ? "/office/sign-in" : leave(request, response));
    }

    /** At a kiosk the next visitor finds nothing of this one, neither words typed nor language or colours chosen. */
    private static String leave(HttpServletRequest request, HttpServletResponse response) {
        if (request.getParameter("kiosk") == null) {
            return "/sign-in?why=out";
        }
        PreferencesServlet.forget(request, response);
        NextPage.take(request, response);
        SessionCookie.SECOND_STEP.take(request, response);
        SessionCookie.CARD.take(request, response);
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        return "/";
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response);
    }
}
