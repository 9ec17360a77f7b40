package jp.yakuba.web.document;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import jp.yakuba.document.api.MaskDesk;
import jp.yakuba.web.shell.Download;

/**
 * Shows staff a page of a file on which masks are drawn ({@code /office/mask-file?page=}), or hands them the copy that is given, as a
 * download.
 */
@WebServlet("/office/mask-file")
public class MaskFileServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient MaskDesk desk;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var sheet = UUID.fromString(String.valueOf(request.getParameter("sheet")));
            var page = request.getParameter("page");
            if (page == null) {
                copy(sheet, response);
            } else {
                show(sheet, Integer.parseInt(page), "on".equals(request.getParameter("covered")), response);
            }
        } catch (IllegalArgumentException unreadable) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void copy(UUID sheet, HttpServletResponse response) throws IOException {
        try (var bytes = desk.openCopy(sheet)) {
            Download.begin(response, "application/pdf", "copy.pdf");
            bytes.transferTo(response.getOutputStream());
        }
    }

    private void show(UUID sheet, int page, boolean covered, HttpServletResponse response) throws IOException {
        try (var bytes = desk.openPage(sheet, page, covered)) {
            response.setContentType("image/png");
            bytes.transferTo(response.getOutputStream());
        }
    }
}
