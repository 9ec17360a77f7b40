package jp.yakuba.web.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** A form that cannot be read: broken on its way, or too large. The page that says so must not try to read it again. */
final class UnreadableForm extends HttpServletRequestWrapper {
    private static final System.Logger LOG = System.getLogger(UnreadableForm.class.getName());
    private static final String ERROR_PAGE = "/WEB-INF/errors/error.xhtml";

    private UnreadableForm(HttpServletRequest request) {
        super(request);
    }

    /** 0 if the form of the request can be read, otherwise the status of the answer. */
    static int statusOf(HttpServletRequest request) {
        try {
            request.getParameterMap();
            return 0;
        } catch (IllegalStateException tooLarge) {
            return HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
        } catch (RuntimeException broken) {
            LOG.log(System.Logger.Level.DEBUG, "A form cannot be read", broken);
            return HttpServletResponse.SC_BAD_REQUEST;
        }
    }

    /** Shows the page that says what was wrong. */
    static void answer(HttpServletRequest request, HttpServletResponse response, int status) throws IOException,
            ServletException {
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
        response.setStatus(status);
        request.getRequestDispatcher(ERROR_PAGE).forward(new UnreadableForm(request), response);
    }

    @Override
    public String getMethod() {
        return "GET";
    }

    @Override
    public String getContentType() {
        return null;
    }

    @Override
    public String getParameter(String name) {
        return null;
    }

    @Override
    public String[] getParameterValues(String name) {
        return null;
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Map.of();
    }

    @Override
    public java.util.Enumeration<String> getParameterNames() {
        return java.util.Collections.emptyEnumeration();
    }
}
