package jp.yakuba.web.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Reading and writing of the few cookies that the pages use. */
public final class Cookies {
    private Cookies() {}

    /** The value of the cookie, or null. */
    public static String find(HttpServletRequest request, String name) {
        var cookies = request.getCookies();
        if (cookies != null) {
            for (var cookie : cookies) {
                if (cookie.getName().equals(name)) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }

    /** Sets a cookie that no script reads and no other site sends; a negative age ends with the browser. */
    public static void put(HttpServletRequest request, HttpServletResponse response, String name, String value, int age) {
        var cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setMaxAge(age);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}
