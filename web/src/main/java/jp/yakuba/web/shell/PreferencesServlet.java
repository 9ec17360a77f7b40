package jp.yakuba.web.shell;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** Keeps a reader's choice of language, size or colours in a cookie and goes back to the page, without script. */
@WebServlet("/preferences/set")
public class PreferencesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int A_YEAR = 365 * 24 * 60 * 60;

    private static final Map<String, Set<String>> CHOICES = Map.of(
            Preferences.LANGUAGE, Set.of("ja", "ja-easy", "en"),
            Preferences.SIZE, Set.of("m", "l", "xl"),
            Preferences.THEME, Set.of("light", "dark", "contrast"),
            Preferences.KIOSK, Set.of("on", "off"),
            Preferences.KEYS, Set.of("on", "off"));

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        choose(request, response, request.getQueryString());
        response.sendRedirect(Paths.safe(request.getParameter("back")));
    }

    /** Sets the cookie of every known choice among the parameters. */
    static void choose(HttpServletRequest request, HttpServletResponse response, String query) {
        if (query == null) {
            return;
        }
        for (var pair : query.split("&")) {
            var parts = pair.split("=", 2);
            if (parts.length == 2 && CHOICES.getOrDefault(parts[0], Set.of()).contains(parts[1])) {
                Cookies.put(request, response, parts[0], parts[1], A_YEAR);
            }
        }
    }

    /** Forgets language, size and colours; a kiosk stays a kiosk. */
    public static void forget(HttpServletRequest request, HttpServletResponse response) {
        CHOICES.keySet().stream().filter(name -> !name.equals(Preferences.KIOSK))
                .forEach(name -> Cookies.put(request, response, name, "", 0));
    }

    /** Follows a choice that was pressed inside a form whose contents have just been kept. */
    public static void chooseFromForm(HttpServletRequest request, HttpServletResponse response) {
        choose(request, response, request.getParameter("y_switch"));
    }
}
