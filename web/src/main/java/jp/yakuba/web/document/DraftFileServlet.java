package jp.yakuba.web.document;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.UUID;
import jp.yakuba.document.api.DraftingDesk;
import jp.yakuba.web.shell.Download;

/**
 * Hands staff the sheet of a draft as PDF ({@code /office/draft-file?paper=on}), an attachment byte for byte, or an attached
 * Office file as PDF ({@code view=on}); always as a download.
 */
@WebServlet("/office/draft-file")
public class DraftFileServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient DraftingDesk desk;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var id = UUID.fromString(String.valueOf(request.getParameter("id")));
            if (has(request, "paper")) {
                var paper = new ByteArrayOutputStream();
                desk.print(id, paper);
                Download.begin(response, "application/pdf", "draft.pdf");
                paper.writeTo(response.getOutputStream());
                return;
            }
            int position = Integer.parseInt(String.valueOf(request.getParameter("n")));
            if (has(request, "view")) {
                var pdf = new ByteArrayOutputStream();
                desk.view(id, position, pdf);
                Download.begin(response, "application/pdf", Download.withEnding(Download.named(request), ".pdf"));
                pdf.writeTo(response.getOutputStream());
                return;
            }
            try (var bytes = desk.open(id, position)) {
                Download.begin(response, "application/octet-stream", Download.named(request));
                bytes.transferTo(response.getOutputStream());
            }
        } catch (IllegalArgumentException unreadable) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static boolean has(HttpServletRequest request, String name) {
        return "on".equals(request.getParameter(name));
    }
}
