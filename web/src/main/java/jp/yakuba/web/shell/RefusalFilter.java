package jp.yakuba.web.shell;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Stands before the error page: writes refusals down that no desk has seen, and answers programs with problem+json. */
public class RefusalFilter extends HttpFilter {
    /** The address belongs to another listener, or the session does. */
    static final String OTHER_ZONE = "other zone";
    /** The request asks for a name by which this listener is not known. */
    static final String UNKNOWN_NAME = "unknown name";
    /** What was sent did not come from a page of ours. */
    static final String FOREIGN_FORM = "foreign form";

    /** The state of the page that was sent is none that this office gave, or gave so long ago that it is forgotten. */
    static final String UNKNOWN_STATE = "unknown state";

    private static final long serialVersionUID = 1L;
    private static final String REASON = "yakuba.refused";
    private static final String ROLE = "role";

    @Inject
    private transient RefusalBook book;

    /** Says why the request will be refused. */
    static void because(HttpServletRequest request, String reason) {
        request.setAttribute(REASON, reason);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code
                : response.getStatus();
        var path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        PageGuardFilter.protect(response, path);
        var reason = reasonOf(request, status);
        if (reason != null) {
            book.write(reason, path);
        }
        if (path.startsWith("/api/")) {
            tell(response, status);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Why the doors refused; null if a desk did, which has written it down itself, or if nothing was refused. */
    private static String reasonOf(HttpServletRequest request, int status) {
        if (request.getAttribute(REASON) instanceof String reason) {
            return reason;
        }
        var byDesk = request.getAttribute(RefusalHandler.WORDS) != null;
        return status == HttpServletResponse.SC_FORBIDDEN && !byDesk ? ROLE : null;
    }

    private static void tell(HttpServletResponse response, int status) throws IOException {
        var problem = Json.createObjectBuilder().add("type", "urn:yakuba:problem:http-" + status).add("status", status);
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.getOutputStream().write(problem.build().toString().getBytes(StandardCharsets.UTF_8));
    }
}
