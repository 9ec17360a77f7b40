package jp.yakuba.web.document;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import jp.yakuba.document.api.OfficeSignatureDesk;
import jp.yakuba.web.shell.Download;

/** Hands staff the signed sheet of a decision with all that was put beside it ({@code /office/signed-file}), as a download. */
@WebServlet("/office/signed-file")
public class SignedFileServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient OfficeSignatureDesk desk;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var record = UUID.fromString(String.valueOf(request.getParameter("record")));
            try (var bytes = desk.open(record, String.valueOf(request.getParameter("copy")))) {
                Download.begin(response, "application/pdf", "signed.pdf");
                bytes.transferTo(response.getOutputStream());
            }
        } catch (IllegalArgumentException unreadable) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
