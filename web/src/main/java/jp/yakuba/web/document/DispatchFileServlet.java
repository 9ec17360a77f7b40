package jp.yakuba.web.document;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import jp.yakuba.document.api.DispatchDesk;
import jp.yakuba.document.api.NumberSeries;
import jp.yakuba.web.shell.Download;

/** Hands staff what is printed of a dispatch as PDF: a fair copy, its preview, a label, the posting list of a day. */
@WebServlet("/office/dispatch-file")
public class DispatchFileServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient DispatchDesk desk;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var pdf = new ByteArrayOutputStream();
            var name = write(request, pdf);
            Download.begin(response, "application/pdf", name + ".pdf");
            pdf.writeTo(response.getOutputStream());
        } catch (IllegalArgumentException | DateTimeParseException unreadable) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private String write(HttpServletRequest request, ByteArrayOutputStream pdf) throws IOException {
        if (request.getParameter("draft") != null) {
            desk.preview(UUID.fromString(request.getParameter("draft")), NumberSeries.valueOf(String.valueOf(request.getParameter("series"))), pdf);
            return "preview";
        }
        if (request.getParameter("section") != null) {
            desk.printPosting(request.getParameter("section"), LocalDate.parse(String.valueOf(request.getParameter("day"))), pdf);
            return "posting";
        }
        var delivery = UUID.fromString(String.valueOf(request.getParameter("delivery")));
        if ("on".equals(request.getParameter("label"))) {
            desk.printLabel(delivery, pdf);
            return "label";
        }
        try (var copy = desk.openCopy(delivery)) {
            copy.transferTo(pdf);
        }
        return "copy";
    }
}
