package jp.yakuba.web.document;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import jp.yakuba.document.api.DraftingDesk;

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
                begin(response, "application/pdf", "draft.pdf");
                paper.writeTo(response.getOutputStream());
                return;
            }
            int position = Integer.parseInt(String.valueOf(request.getParameter("n")));
            if (has(request, "view")) {
                var pdf = new ByteArrayOutputStream();
                desk.view(id, position, pdf);
                begin(response, "application/pdf", name(request).replaceFirst("\\.[^.]*$", "") + ".pdf");
                pdf.writeTo(response.getOutputStream());
                return;
            }
            try (var bytes = desk.open(id, position)) {
                begin(response, "application/octet-stream", name(request));
                bytes.transferTo(response.getOutputStream());
            }
        } catch (IllegalArgumentException unreadable) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static boolean has(HttpServletRequest request, String name) {
        return "on".equals(request.getParameter(name));
    }

    private static String name(HttpServletRequest request) {
        var given = request.getParameter("name");
        return given == null || given.isBlank() ? "file" : given.replaceAll("[\\p{Cntrl}/\\\\]", "");
    }

    private static void begin(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader("Content-Disposition", "attachment; filename*=UTF-8''"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
    }
}
