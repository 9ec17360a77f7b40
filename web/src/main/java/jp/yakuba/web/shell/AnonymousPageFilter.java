package jp.yakuba.web.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Keeps pages for people who are not signed in for some seconds, already compressed. Only what is the same for everybody:
 * a whole answer to a GET, without cookie, token or session, for readers who chose the same language, size and colours.
 */
public class AnonymousPageFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final long KEPT_NANOS = 10_000_000_000L;
    private static final int MOST = 400;
    private static final int LONGEST_QUERY = 200;
    /** The bare address arrives as that of the home page: the server rewrites it before any filter sees it. */
    private static final List<String> HOME = List.of("/", "/home");
    private static final List<String> PAGES = List.of(
            "/procedures", "/procedure/", "/guide", "/about", "/contact", "/accessibility", "/privacy");
    private static final List<String> PERSONAL = List.of("yakuba_portal", "yakuba_office", "yakuba_view", "yakuba_second_step");

    private final transient Map<String, KeptPage> kept = new ConcurrentHashMap<>();

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!isForEverybody(request)) {
            chain.doFilter(request, response);
            return;
        }
        var key = Preferences.keyOf(request) + ' ' + request.getRequestURI() + '?' + request.getQueryString();
        var page = kept.get(key);
        if (page == null || System.nanoTime() - page.at() > KEPT_NANOS) {
            var caught = new CaughtResponse(response);
            chain.doFilter(request, caught);
            page = caught.page();
            if (page == null) {
                caught.release();
                return;
            }
            keep(key, page);
        }
        page.send(request, response);
    }

    private void keep(String key, KeptPage page) {
        if (kept.size() >= MOST) {
            kept.values().removeIf(old -> System.nanoTime() - old.at() > KEPT_NANOS);
        }
        if (kept.size() < MOST) {
            kept.put(key, page);
        }
    }

    static boolean isForEverybody(HttpServletRequest request) {
        var path = request.getRequestURI();
        var query = request.getQueryString();
        return "GET".equals(request.getMethod())
                && Listeners.zoneOf(request) == jp.yakuba.account.api.Zone.PORTAL
                && (HOME.contains(path) || PAGES.stream().anyMatch(path::startsWith))
                && (query == null || query.length() < LONGEST_QUERY)
                && Stream.ofNullable(request.getCookies()).flatMap(Stream::of)
                        .noneMatch(cookie -> PERSONAL.contains(cookie.getName()));
    }
}
