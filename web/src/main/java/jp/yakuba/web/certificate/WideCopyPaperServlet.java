package jp.yakuba.web.certificate;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.UUID;
import jp.yakuba.certificate.api.WideCopyDesk;

/** Hands out the sheet of a copy as PDF, once ({@code /office/wide-copy.pdf}); by a form alone, for it changes what is here. */
@WebServlet("/office/wide-copy.pdf")
public class WideCopyPaperServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient WideCopyDesk desk;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var id = UUID.fromString(String.valueOf(request.getParameter("issue")));
            var sheet = new ByteArrayOutputStream(); // whole before anything is sent: a refusal still gets its page
            desk.print(id, sheet);
            response.setContentType("application/pdf");
            response.setHeader("Content-Disposition", "attachment; filename=\"copy-" + id + ".pdf\"");
            response.setHeader("Cache-Control", "no-store");
            response.setContentLength(sheet.size());
            sheet.writeTo(response.getOutputStream());
        } catch (IllegalArgumentException unreadable) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
