package jp.yakuba.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import jp.yakuba.kernel.Sha256;

/**
 * The token that proves a form came from our own page. It is made from a secret cookie of the browser (that of the
 * session, or one of its own before sign-in), so every node knows it and the server keeps nothing. Whoever has a session
 * has no other secret: what a page gave before somebody signed in is worth nothing afterwards.
 */
@Named
@RequestScoped
public class FormToken {
    /** Name of the hidden field. */
    public static final String FIELD = "y_token";

    private static final String OWN_COOKIE = "yakuba_form";
    private static final int SECRET_BYTES = 18;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    private HttpServletRequest request;

    private String value;

    /** The token for forms of this page; gives the browser a secret first if it has none. */
    public String value(HttpServletResponse response) {
        if (value == null) {
            var secret = secretOf(request);
            value = tokenOf(secret == null ? handOut(response) : secret);
        }
        return value;
    }

    /** True if the posted token fits the browser's secret. */
    public static boolean fits(HttpServletRequest request, String posted) {
        var secret = secretOf(request);
        return posted != null && secret != null && same(tokenOf(secret), posted);
    }

    /** Takes away the secret of before, once somebody has signed in. */
    static void forget(HttpServletRequest request, HttpServletResponse response) {
        if (Cookies.find(request, OWN_COOKIE) != null) {
            Cookies.put(request, response, OWN_COOKIE, "", 0);
        }
    }

    private String handOut(HttpServletResponse response) {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Cookies.put(request, response, OWN_COOKIE, secret, -1);
        return secret;
    }

    /** The secret of the session at this listener, or the one of before; null if the browser has neither. */
    private static String secretOf(HttpServletRequest request) {
        var session = SessionCookie.of(Listeners.zoneOf(request)).read(request);
        return session == null || session.isEmpty() ? Cookies.find(request, OWN_COOKIE) : session;
    }

    private static boolean same(String left, String right) {
        return MessageDigest.isEqual(
                left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }

    private static String tokenOf(String secret) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of("yakuba-form|" + secret));
    }
}
