package jp.yakuba.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jp.yakuba.account.api.Zone;

/** How the reader wants pages: language, size, colours; kept in cookies, known before the first byte is written. */
@RequestScoped
public class Preferences {
    static final String LANGUAGE = "y_lang";
    static final String SIZE = "y_size";
    static final String THEME = "y_theme";
    static final String KIOSK = "y_kiosk";
    static final String KEYS = "y_keys";

    @Inject
    private HttpServletRequest request;

    private Language language;

    /** The chosen language; Japanese until somebody chooses. The pages of the staff speak no other. */
    public Language language() {
        if (language == null) {
            language = Listeners.zoneOf(request) == Zone.OFFICE ? Language.JAPANESE : Language.of(cookie(LANGUAGE));
        }
        return language;
    }

    /** True if a page is being drawn whose words carry their readings; data for programs carry none. */
    boolean isRead() {
        return language() == Language.EASY && FacesContext.getCurrentInstance() != null;
    }

    /** Speaks another language than the chosen one for the rest of this request, so that an author sees what readers see. */
    public void speak(Language other) {
        language = other;
    }

    /** {@code l}, {@code xl} or null for the ordinary size. */
    public String size() {
        return oneOf(cookie(SIZE), "l", "xl");
    }

    /** {@code dark}, {@code contrast} or null for the ordinary colours. */
    public String theme() {
        return oneOf(cookie(THEME), "dark", "contrast");
    }

    /** {@code off} where the keys of the office were turned off, otherwise null. */
    public String keys() {
        return "off".equals(cookie(KEYS)) ? "off" : null;
    }

    /** True on a kiosk in the hall. */
    public boolean kiosk() {
        return "on".equals(cookie(KIOSK));
    }

    /** A short word for all choices together and the sort of screen, so that a kept page goes only to readers who chose the same. */
    static String keyOf(HttpServletRequest request) {
        return Language.of(Cookies.find(request, LANGUAGE)).code() + '|' + oneOf(Cookies.find(request, SIZE), "l", "xl") + '|'
                + oneOf(Cookies.find(request, THEME), "dark", "contrast") + '|' + "on".equals(Cookies.find(request, KIOSK))
                + '|' + isWide(request);
    }

    /** False on a telephone, which tells it with every request. */
    static boolean isWide(HttpServletRequest request) {
        var agent = request.getHeader("User-Agent");
        return !"?1".equals(request.getHeader("Sec-CH-UA-Mobile")) && (agent == null || !agent.contains("Mobi"));
    }

    private String cookie(String name) {
        return Cookies.find(request, name);
    }

    private static String oneOf(String value, String first, String second) {
        return first.equals(value) || second.equals(value) ? value : null;
    }
}
