package jp.yakuba.web.operations;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jp.yakuba.kernel.CurrentActor;
import org.jboss.logging.MDC;

/** Writes the request's id on every log line of the request, so that lines, audit rows and messages can be joined. */
@WebFilter(filterName = "LoggedRequest", urlPatterns = "/*", asyncSupported = true)
public class LoggedRequest extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String KEY = "request";

    @Inject
    private transient CurrentActor current;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        MDC.put(KEY, current.requestId());
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(KEY);
        }
    }
}
