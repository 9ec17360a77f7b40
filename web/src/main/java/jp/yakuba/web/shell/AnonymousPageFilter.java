package jp.yakuba.web.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Keeps pages for people who are not signed in for some seconds, already compressed. Only what is the same for everybody:
 * a whole answer to a GET, without cookie, token or session, for readers who chose the same language, size and colours.
 */
public class AnonymousPageFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final long KEPT_NANOS = 10_000_000_000L;
    /** While one request draws a page anew, others get the one before, if it is no older than this. */
    private static final long SHOWN_NANOS = 60_000_000_000L;
    private static final int MOST = 400;
    private static final int LONGEST_QUERY = 200;
    /** The bare address arrives as that of the home page: the server rewrites it before any filter sees it. */
    private static final List<String> HOME = List.of("/", "/home");
    private static final List<String> PAGES = List.of(
            "/procedures", "/procedure/", "/guide", "/about", "/contact", "/accessibility", "/privacy", "/notice-board");
    private static final List<String> PERSONAL = List.of("yakuba_portal", "yakuba_office", "yakuba_view", "yakuba_second_step");

    private final transient Map<String, KeptPage> kept = new ConcurrentHashMap<>();
    private final transient Set<String> drawing = ConcurrentHashMap.newKeySet();

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!isForEverybody(request)) {
            chain.doFilter(request, response);
            return;
        }
        var key = Preferences.keyOf(request) + ' ' + request.getRequestURI() + '?' + request.getQueryString();
        var page = kept.get(key);
        if (page == null || isOlder(page, SHOWN_NANOS) || isOlder(page, KEPT_NANOS) && drawing.add(key)) {
            page = draw(key, request, response, chain);
        }
        if (page != null) {
            page.send(request, response);
        }
    }

    private static boolean isOlder(KeptPage page, long nanos) {
        return System.nanoTime() - page.at() > nanos;
    }

    /** Draws the page and keeps it; one that may not be kept goes to its reader at once, and nothing is given back. */
    private KeptPage draw(String key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            var caught = new CaughtResponse(response);
            chain.doFilter(request, caught);
            var page = caught.page();
            if (page == null) {
                caught.release();
                kept.remove(key);
                return null;
            }
            keep(key, page, request.getQueryString() == null ? 2 * MOST : MOST);
            return page;
        } finally {
            drawing.remove(key);
        }
    }

    /** Searches, of which there are endlessly many, leave room for the pages that everybody opens. */
    private void keep(String key, KeptPage page, int most) {
        if (kept.size() >= most) {
            kept.values().removeIf(old -> isOlder(old, KEPT_NANOS));
        }
        if (kept.size() < most || kept.containsKey(key)) {
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
