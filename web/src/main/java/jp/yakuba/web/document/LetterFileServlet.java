package jp.yakuba.web.document;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import jp.yakuba.document.api.DispatchDesk;
import jp.yakuba.web.shell.Download;

/** Hands a resident the document that lies in the own inbox ({@code /my/letter-file}), as a download. */
@WebServlet("/my/letter-file")
public class LetterFileServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient DispatchDesk desk;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (var copy = desk.openMine(UUID.fromString(String.valueOf(request.getParameter("id"))))) {
            Download.begin(response, "application/pdf", "letter.pdf");
            response.setHeader("Cache-Control", "no-store");
            copy.transferTo(response.getOutputStream());
        } catch (IllegalArgumentException unreadable) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
