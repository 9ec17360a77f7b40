package jp.yakuba.web.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jp.yakuba.account.api.Zone;

/** The cookies that carry a session's token or the secret of a card's handover; no script reads them. */
public enum SessionCookie {
    PORTAL("yakuba_portal"),
    OFFICE("yakuba_office"),
    /** Waits for the second factor. */
    SECOND_STEP("yakuba_second_step"),
    /** What proves that a card comes home to the browser that began. */
    CARD("yakuba_card");

    private final String cookieName;

    SessionCookie(String cookieName) {
        this.cookieName = cookieName;
    }

    /** The cookie of sessions in the zone. */
    public static SessionCookie of(Zone zone) {
        return zone == Zone.OFFICE ? OFFICE : PORTAL;
    }

    /** The value the browser sent; null if none. */
    public String read(HttpServletRequest request) {
        var cookies = request.getCookies();
        if (cookies == null) {
            return null;
        }
        for (var cookie : cookies) {
            if (cookie.getName().equals(cookieName)) {
                return cookie.getValue();
            }
        }
        return null;
    }

    /** Gives the value to the browser until it is closed; what it showed before somebody signed in is worth nothing after. */
    public void give(HttpServletRequest request, HttpServletResponse response, String value) {
        if (this != SECOND_STEP && request.getSession(false) != null) {
            request.changeSessionId();
        }
        if (this == PORTAL || this == OFFICE) {
            FormToken.forget(request, response);
        }
        send(request, response, value, -1);
    }

    /** Takes the value away. */
    public void take(HttpServletRequest request, HttpServletResponse response) {
        send(request, response, "", 0);
    }

    private void send(HttpServletRequest request, HttpServletResponse response, String value, int age) {
        var cookie = new Cookie(cookieName, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setMaxAge(age);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}
