package jp.yakuba.web.document;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import jp.yakuba.document.api.RecordDesk;
import jp.yakuba.web.shell.Download;

/**
 * Hands staff a file of a record byte for byte ({@code /office/record-file}), or the PDF/A beside it ({@code pdfa=on}); always
 * as a download, never opened by the browser in the office's name.
 */
@WebServlet("/office/record-file")
public class RecordFileServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient RecordDesk desk;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var id = UUID.fromString(String.valueOf(request.getParameter("id")));
            int position = Integer.parseInt(String.valueOf(request.getParameter("n")));
            boolean pdfa = "on".equals(request.getParameter("pdfa"));
            try (var bytes = pdfa ? desk.openRendition(id, position) : desk.open(id, position)) {
                Download.begin(response, "application/octet-stream", name(request, pdfa));
                bytes.transferTo(response.getOutputStream());
            }
        } catch (IllegalArgumentException unreadable) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** The name the file came with, as the page knows it; a PDF/A ends with its own kind. */
    private static String name(HttpServletRequest request, boolean pdfa) {
        var given = Download.named(request);
        return pdfa ? Download.withEnding(given, "-pdfa.pdf") : given;
    }
}
