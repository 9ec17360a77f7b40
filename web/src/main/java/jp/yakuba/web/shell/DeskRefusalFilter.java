package jp.yakuba.web.shell;

import jakarta.ejb.EJBAccessException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jp.yakuba.kernel.RuleViolation;

/**
 * Turns what a desk refuses into a plain status where no page stands between: files and papers of the office. A refusal by
 * role is then written down by the error page's own filter; other refusals the desk has written down itself.
 */
public class DeskRefusalFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (EJBAccessException refused) {
            refuse(response, HttpServletResponse.SC_FORBIDDEN);
        } catch (RuleViolation refused) {
            refuse(response, refused.problem().httpStatus());
        }
    }

    /** What has gone out already cannot be taken back: then the line just ends. */
    private static void refuse(HttpServletResponse response, int status) throws IOException {
        if (response.isCommitted()) {
            throw new IOException("A file broke off in the middle: " + status);
        }
        response.reset();
        response.sendError(status);
    }
}
