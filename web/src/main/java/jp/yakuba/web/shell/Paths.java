package jp.yakuba.web.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Addresses inside this office. */
public final class Paths {
    private Paths() {}

    /** The path if it stays on this server, otherwise the home page. */
    public static String safe(String path) {
        var stays = path != null
                && path.startsWith("/")
                && !path.startsWith("//")
                && path.indexOf('\\') < 0
                && path.chars().noneMatch(Character::isISOControl);
        return stays ? path : "/";
    }

    /** The path that is really served: decoded, without dots, doubled strokes and parameters; every judgement rests on it. */
    public static String served(HttpServletRequest request) {
        var rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : request.getServletPath() + rest;
    }

    /** The path and query that the browser asked for, whatever it was forwarded to. */
    public static String asked(HttpServletRequest request) {
        var uri = (String) request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        var query = (String) request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
        if (uri == null) {
            uri = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        }
        if (uri == null) {
            uri = request.getRequestURI();
            query = request.getQueryString();
        }
        return query == null || query.isEmpty() ? uri : uri + '?' + query;
    }

    /** The n-th part of the path that was asked for, from 0; empty if there is none. */
    public static String part(HttpServletRequest request, int n) {
        var path = asked(request);
        var query = path.indexOf('?');
        var parts = (query < 0 ? path : path.substring(0, query)).substring(1).split("/");
        return n < parts.length ? URLDecoder.decode(parts[n], StandardCharsets.UTF_8) : "";
    }

    /** The path with those parts of the query that have a value, in their order. */
    public static String with(String path, Map<String, ?> parts) {
        var query = parts.entrySet().stream()
                .filter(part -> part.getValue() != null && !part.getValue().toString().isBlank())
                .map(part -> part.getKey() + '=' + encode(part.getValue().toString()))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + '?' + query;
    }

    /** The text as part of a query. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The sign-in page that asks for the surer level named by the details of a refusal, and leads back. */
    static String signInSurer(String next, List<Object> needed) {
        return "/sign-in?why=sure&level=" + encode(String.valueOf(needed.get(0))) + "&next=" + encode(safe(next));
    }

    /** The sign-in page that leads back to the address. */
    public static String signIn(String next) {
        return "/sign-in?next=" + encode(safe(next));
    }
}
