package jp.yakuba.web.document;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import jp.yakuba.document.api.NoticeBoardDesk;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.web.shell.Download;

/**
 * Hands the paper of a notice that hangs today to everybody ({@code /notice-file}). Search engines are asked not to keep it: it hangs until
 * its day and no longer.
 */
@WebServlet("/notice-file")
public class NoticeFileServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient NoticeBoardDesk desk;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (var paper = desk.open(UUID.fromString(String.valueOf(request.getParameter("id"))))) {
            Download.begin(response, "application/pdf", "notice.pdf");
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Robots-Tag", "noindex, noarchive");
            paper.transferTo(response.getOutputStream());
        } catch (IllegalArgumentException | RuleViolation unreadable) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
