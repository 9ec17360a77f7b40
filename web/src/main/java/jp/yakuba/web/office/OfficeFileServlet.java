package jp.yakuba.web.office;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import jp.yakuba.application.api.ExaminationDesk;

/**
 * Hands the examiner an attached file ({@code /office/file}), always as a download and never opened by the browser in the
 * office's name, or the filled form of an application ({@code /office/application.pdf}).
 */
@WebServlet({"/office/file", "/office/application.pdf"})
public class OfficeFileServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient ExaminationDesk desk;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            if (request.getServletPath().endsWith(".pdf")) {
                var application = id(request, "id");
                response.setContentType("application/pdf");
                name(response, "inline", desk.nameFile(application, null));
                desk.writePdf(application, response.getOutputStream());
            } else {
                var application = id(request, "application");
                var file = id(request, "id");
                response.setContentType("application/octet-stream");
                name(response, "attachment", desk.nameFile(application, file));
                desk.writeAttachment(application, file, response.getOutputStream());
            }
        } catch (IllegalArgumentException unreadable) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static void name(HttpServletResponse response, String how, String name) {
        response.setHeader("Content-Disposition", how + "; filename=\"" + name + "\"");
    }

    private static UUID id(HttpServletRequest request, String name) {
        var text = request.getParameter(name);
        return UUID.fromString(text == null ? "" : text);
    }
}
