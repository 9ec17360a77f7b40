package jp.yakuba.web.office;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import jp.yakuba.application.api.ExaminationDesk;
import jp.yakuba.kernel.RuleViolation;

/** Hands an attached file to the examiner: always as a download, never opened by the browser in the office's name. */
@WebServlet("/office/file")
public class OfficeFileServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient ExaminationDesk desk;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var application = UUID.fromString(request.getParameter("application"));
            var attachment = UUID.fromString(request.getParameter("id"));
            response.setContentType("application/octet-stream");
            response.setHeader("Content-Disposition", "attachment");
            response.setHeader("X-Content-Type-Options", "nosniff");
            desk.writeAttachment(application, attachment, response.getOutputStream());
        } catch (IllegalArgumentException | NullPointerException unreadable) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (RuleViolation refusal) {
            response.sendError(refusal.problem().httpStatus());
        }
    }
}
