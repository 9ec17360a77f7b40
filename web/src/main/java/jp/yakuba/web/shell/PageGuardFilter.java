package jp.yakuba.web.shell;

import jakarta.faces.render.ResponseStateManager;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** Stands before every page: sets the headers that protect the reader and refuses forms that are not ours. */
public class PageGuardFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST");
    private static final String POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
            + "frame-ancestors 'none'; form-action 'self' " + String.join(" ", PublicAddresses.ours().ofResidents());

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = Paths.served(request);
        protect(response, path);
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        var unreadable = UnreadableForm.statusOf(request);
        if (unreadable != 0) {
            UnreadableForm.answer(request, response, unreadable);
        } else if (!path.startsWith("/api/") && !METHODS.contains(request.getMethod())) {
            response.setHeader("Allow", String.join(", ", METHODS));
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else if (isForeignForm(request, path)) {
            RefusalFilter.because(request, RefusalFilter.FOREIGN_FORM);
            request.setAttribute(ErrorPage.EXPIRED, Boolean.TRUE);
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (holdsNothing(request)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else {
            chain.doFilter(VisibleForm.of(request), response);
        }
    }

    /** Sets the headers that protect the reader of the answer. */
    static void protect(HttpServletResponse response, String path) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Permissions-Policy", "geolocation=(), microphone=(), payment=()");
        if (!WidgetPolicy.usesWidgets(path)) {
            response.setHeader("Content-Security-Policy", POLICY);
        }
        if (!path.startsWith("/assets/") && !path.startsWith("/jakarta.faces.resource/")) {
            response.setHeader("Cache-Control", "no-store");
        }
    }

    /** A state of a page proves nothing and may stand in a link; only a post with our token is a form of ours. */
    private static boolean isForeignForm(HttpServletRequest request, String path) {
        if (!"POST".equals(request.getMethod())) {
            return request.getParameter(ResponseStateManager.VIEW_STATE_PARAM) != null;
        }
        var site = request.getHeader("Sec-Fetch-Site");
        if ("cross-site".equals(site)) {
            return true;
        }
        return !path.startsWith("/api/") && !FormToken.fits(request, request.getParameter(FormToken.FIELD));
    }

    /** True if a name or value holds the character zero, which no keyboard types and no table keeps. */
    private static boolean holdsNothing(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream().anyMatch(field -> field.getKey().indexOf(0) >= 0
                || Stream.of(field.getValue()).anyMatch(value -> value.indexOf(0) >= 0));
    }
}
