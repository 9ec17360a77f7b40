package jp.yakuba.web.document;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;
import jp.yakuba.document.api.ArchiveDesk;
import jp.yakuba.document.api.RetentionDesk;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.FiscalYear;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.web.shell.CsvDownload;
import jp.yakuba.web.shell.Download;

/**
 * Hands out the calendar of disposal ({@code /office/disposal-calendar.csv}) for spreadsheets, and packages for the archive
 * ({@code /office/archive-package}).
 */
@WebServlet({"/office/disposal-calendar.csv", "/office/archive-package"})
public class DisposalFileServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient RetentionDesk desk;

    @Inject
    private transient ArchiveDesk archive;

    @Inject
    private transient CurrentActor actor;

    @Inject
    private transient OfficeClock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getServletPath().equals("/office/archive-package")) {
            pack(request, response);
        } else {
            calendar(request, response);
        }
    }

    /** On local disk first: a slow browser holds nobody up, and a refusal is no half download. */
    private void pack(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var built = Files.createTempFile("yakuba-sip-", ".zip");
        try {
            var list = UUID.fromString(String.valueOf(request.getParameter("list")));
            var dossier = UUID.fromString(String.valueOf(request.getParameter("dossier")));
            try (var out = Files.newOutputStream(built)) {
                archive.pack(list, dossier, out);
            }
            Download.begin(response, "application/zip", "sip-" + dossier + ".zip");
            response.setContentLengthLong(Files.size(built));
            Files.copy(built, response.getOutputStream());
        } catch (IllegalArgumentException unreadable) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } finally {
            Files.delete(built);
        }
    }

    private void calendar(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var asked = request.getParameter("year");
        int year = asked != null && asked.matches("[0-9]{4}") ? Integer.parseInt(asked) : FiscalYear.of(clock.today()).year();
        var section = request.getParameter("section");
        var of = section == null || section.isBlank() ? actor.get().section() : "all".equals(section) ? null : section;
        desk.export(of, year, CsvDownload.begin(response, "disposal-" + year + ".csv"));
    }
}
