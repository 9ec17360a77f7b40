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
 * office's name, the filled form of an application ({@code /office/application.pdf}) or the notice of its decision
 * ({@code /office/notice.pdf}).
 */
@WebServlet({"/office/file", "/office/application.pdf", "/office/notice.pdf"})
public class OfficeFileServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String PDF = "application/pdf";

    @Inject
    private transient ExaminationDesk desk;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            switch (request.getServletPath()) {
                case "/office/application.pdf" -> form(id(request, "id"), response);
                case "/office/notice.pdf" -> notice(id(request, "id"), response);
                default -> file(id(request, "application"), id(request, "id"), response);
            }
        } catch (IllegalArgumentException unreadable) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void form(UUID application, HttpServletResponse response) throws IOException {
        response.setContentType(PDF);
        name(response, "inline", desk.nameFile(application, null));
        desk.writePdf(application, response.getOutputStream());
    }

    private void notice(UUID application, HttpServletResponse response) throws IOException {
        response.setContentType(PDF);
        name(response, "inline", "notice-" + desk.nameFile(application, null));
        desk.writeNoticePdf(application, response.getOutputStream());
    }

    private void file(UUID application, UUID file, HttpServletResponse response) throws IOException {
        response.setContentType("application/octet-stream");
        name(response, "attachment", desk.nameFile(application, file));
        desk.writeAttachment(application, file, response.getOutputStream());
    }

    private static void name(HttpServletResponse response, String how, String name) {
        response.setHeader("Content-Disposition", how + "; filename=\"" + name + "\"");
    }

    private static UUID id(HttpServletRequest request, String name) {
        var text = request.getParameter(name);
        return UUID.fromString(text == null ? "" : text);
    }
}
