package jp.yakuba.web.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;

/** Puts the readings of words into pages for readers who chose easy Japanese. */
public class FuriganaFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var easy = Language.of(Cookies.find(request, Preferences.LANGUAGE)) == Language.EASY;
        chain.doFilter(request, easy && !Listeners.isResource(request.getRequestURI()) ? new WithReadings(response) : response);
    }

    /** Only what is written as text is looked through; files and data go as they are. */
    private static final class WithReadings extends HttpServletResponseWrapper {
        private PrintWriter writer;

        WithReadings(HttpServletResponse response) {
            super(response);
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            if (writer == null) {
                writer = new PrintWriter(new RubyWriter(super.getWriter()));
            }
            return writer;
        }

        @Override
        public void flushBuffer() throws IOException {
            if (writer != null) {
                writer.flush();
            }
            super.flushBuffer();
        }
    }
}
