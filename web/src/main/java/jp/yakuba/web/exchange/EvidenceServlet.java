package jp.yakuba.web.exchange;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import jp.yakuba.exchange.api.ExchangeDesk;
import jp.yakuba.web.shell.Download;

/** Hands staff the proof of a message ({@code /office/exchange-file}), as a download. */
@WebServlet("/office/exchange-file")
public class EvidenceServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient ExchangeDesk desk;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var record = UUID.fromString(String.valueOf(request.getParameter("record")));
            var message = UUID.fromString(String.valueOf(request.getParameter("message")));
            desk.requireEvidence(record, message);
            Download.begin(response, "application/zip", message + ".zip");
            desk.writeEvidence(record, message, response.getOutputStream());
        } catch (IllegalArgumentException unreadable) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
