package jp.yakuba.web.account;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Base64;
import java.nio.charset.StandardCharsets;

/** Where somebody wanted to go before signing in: kept in the browser, and only ever a path of this office. */
final class NextPage {
    private static final String COOKIE = "yakuba_next";
    private static final int SECONDS = 1800;
    private static final String HOME = "/my";

    private NextPage() {}

    /** Remembers the path; anything that could lead elsewhere is forgotten. */
    static void remember(HttpServletRequest request, HttpServletResponse response, String path) {
        if (path != null && !path.isEmpty() && isOurs(path)) {
            send(request, response, Base64.getUrlEncoder().withoutPadding()
                    .encodeToString(path.getBytes(StandardCharsets.UTF_8)), SECONDS);
        }
    }

    /** The remembered path, or the resident's own page; it is forgotten by this. */
    static String take(HttpServletRequest request, HttpServletResponse response) {
        var path = read(request);
        send(request, response, "", 0);
        return path != null && isOurs(path) ? path : HOME;
    }

    /** True for a path of this office, without a way out. */
    static boolean isOurs(String path) {
        return path.startsWith("/") && !path.startsWith("//") && path.indexOf('\\') < 0
                && path.chars().noneMatch(Character::isISOControl);
    }

    private static String read(HttpServletRequest request) {
        if (request.getCookies() != null) {
            for (var cookie : request.getCookies()) {
                if (cookie.getName().equals(COOKIE)) {
                    return decode(cookie.getValue());
                }
            }
        }
        return null;
    }

    private static String decode(String value) {
        try {
            return new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException tampered) {
            return null;
        }
    }

    private static void send(HttpServletRequest request, HttpServletResponse response, String value, int age) {
        var cookie = new Cookie(COOKIE, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setMaxAge(age);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}
