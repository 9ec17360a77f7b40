package jp.yakuba.web.account;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import jp.yakuba.account.api.AccountProblem;
import jp.yakuba.account.api.CardDesk;
import jp.yakuba.account.api.SignInDesk;
import jp.yakuba.account.api.Zone;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.web.shell.PublicAddresses;
import jp.yakuba.web.shell.SessionCookie;

/**
 * The way of a card: {@code /card/start} at the portal leads to {@code /card/sign-in} at the card listener, which asks
 * the browser for a certificate, and from there home to {@code /card/home} at the portal with a one-time token.
 */
@WebServlet(urlPatterns = {"/card/start", "/card/sign-in", "/card/home"})
public class CardWay extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";
    private static final String NO_CARD = "no-card";

    @Inject
    private transient CardDesk desk;

    @Inject
    private transient SignInDesk porter;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        switch (request.getServletPath()) {
            case "/card/start" -> start(request, response);
            case "/card/sign-in" -> present(request, response);
            default -> takeHome(request, response);
        }
    }

    private void start(HttpServletRequest request, HttpServletResponse response) {
        var way = desk.openHandover(PublicAddresses.ours().of(Zone.PORTAL, request));
        SessionCookie.CARD.give(request, response, way.browser());
        NextPage.remember(request, response, request.getParameter("next"));
        send(response, PublicAddresses.ours().beside(Zone.CARD, request) + "/card/sign-in?state=" + encode(way.state()));
    }

    private void present(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var state = request.getParameter("state");
        var home = desk.findReturn(state).orElse(null);
        if (home == null) {
            response.sendError(HttpServletResponse.SC_GONE);
            return;
        }
        var certificates = (X509Certificate[]) request.getAttribute(CERTIFICATES);
        if (certificates == null || certificates.length == 0) {
            send(response, home + "/sign-in?card=" + NO_CARD);
            return;
        }
        try {
            var answer = desk.present(state, certificates[0].getEncoded(), request.getRemoteAddr());
            send(response, answer.returnTo() + "/card/home?token=" + encode(answer.token()));
        } catch (CertificateEncodingException unreadable) {
            send(response, home + "/sign-in?card=" + AccountProblem.CARD_UNREADABLE.code());
        } catch (RuleViolation refusal) {
            send(response, home + "/sign-in?card=" + refusal.problem().code());
        }
    }

    private void takeHome(HttpServletRequest request, HttpServletResponse response) {
        var browser = SessionCookie.CARD.read(request);
        var token = request.getParameter("token");
        try {
            var signIn = desk.take(browser, token, request.getRemoteAddr(), agent(request));
            if (signIn.accountNeeded()) {
                send(response, "/register-card?token=" + encode(token));
                return;
            }
            SessionCookie.CARD.take(request, response);
            Visit.exchange(porter, SessionCookie.PORTAL, signIn.session().token(), request, response);
            var next = NextPage.take(request, response);
            send(response, signIn.session().unsent() ? "/account-continue?next=" + encode(next) : next);
        } catch (RuleViolation refusal) {
            SessionCookie.CARD.take(request, response);
            send(response, "/sign-in?card=" + refusal.problem().code());
        }
    }

    static String agent(HttpServletRequest request) {
        var agent = request.getHeader("User-Agent");
        return agent == null ? "" : agent;
    }

    private static void send(HttpServletResponse response, String address) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", address);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text == null ? "" : text, StandardCharsets.UTF_8);
    }
}
