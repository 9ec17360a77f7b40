package jp.yakuba.web.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Stands before every page: sets the headers that protect the reader and refuses forms that are not ours. */
public class PageGuardFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
            + "frame-ancestors 'none'; form-action 'self' http://%1$s:* https://%1$s:*";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = request.getRequestURI();
        protect(request, response, path);
        if (isForeignForm(request, path)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        chain.doFilter(request, response);
    }

    private static void protect(HttpServletRequest request, HttpServletResponse response, String path) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Permissions-Policy", "geolocation=(), microphone=(), payment=()");
        if (!WidgetPolicy.usesWidgets(path)) {
            response.setHeader("Content-Security-Policy", POLICY.formatted(request.getServerName()));
        }
        if (!path.startsWith("/assets/") && !path.startsWith("/jakarta.faces.resource/")) {
            response.setHeader("Cache-Control", "no-store");
        }
    }

    private static boolean isForeignForm(HttpServletRequest request, String path) {
        if (!"POST".equals(request.getMethod())) {
            return false;
        }
        var site = request.getHeader("Sec-Fetch-Site");
        if ("cross-site".equals(site)) {
            return true;
        }
        return !path.startsWith("/api/") && !FormToken.fits(request, request.getParameter(FormToken.FIELD));
    }
}
