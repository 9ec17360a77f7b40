package jp.yakuba.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The token that proves a form came from our own page. It is made from a secret cookie of the browser (that of the
 * session, or one of its own before sign-in), so every node knows it and the server keeps nothing.
 */
@Named
@RequestScoped
public class FormToken {
    /** Name of the hidden field. */
    public static final String FIELD = "y_token";

    private static final String OWN_COOKIE = "yakuba_form";
    private static final List<String> COOKIES = List.of("yakuba_portal", "yakuba_office", OWN_COOKIE);
    private static final int SECRET_BYTES = 18;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    private HttpServletRequest request;

    private String value;

    /** The token for forms of this page; gives the browser a secret first if it has none. */
    public String value(HttpServletResponse response) {
        if (value == null) {
            var secret = secrets(request).findFirst().orElseGet(() -> handOut(response));
            value = tokenOf(secret);
        }
        return value;
    }

    /** True if the posted token fits one of the browser's secrets. */
    public static boolean fits(HttpServletRequest request, String posted) {
        return posted != null && secrets(request).anyMatch(secret -> same(tokenOf(secret), posted));
    }

    private String handOut(HttpServletResponse response) {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Cookies.put(request, response, OWN_COOKIE, secret, -1);
        return secret;
    }

    private static Stream<String> secrets(HttpServletRequest request) {
        return COOKIES.stream().map(name -> Cookies.find(request, name)).filter(Objects::nonNull);
    }

    private static boolean same(String left, String right) {
        return MessageDigest.isEqual(
                left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }

    private static String tokenOf(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(("yakuba-form|" + secret).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
