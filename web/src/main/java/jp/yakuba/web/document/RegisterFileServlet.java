package jp.yakuba.web.document;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import jp.yakuba.document.api.FilingDesk;
import jp.yakuba.document.api.RecordDesk;
import jp.yakuba.document.api.RecordFilter;
import jp.yakuba.document.api.RecordLine;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.FiscalYear;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.web.office.AskedWords;
import jp.yakuba.web.shell.CsvDownload;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Town;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Hands out a register ({@code /office/records.csv}) or a filing plan ({@code /office/filing.csv}) for spreadsheets. */
@WebServlet({"/office/records.csv", "/office/filing.csv"})
public class RegisterFileServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int PART = 200;
    private static final int MOST = 50_000;
    private static final List<String> HEADS = List.of("number", "section", "title", "party", "senderNumber", "arrived", "recorded",
            "state", "staff", "file", "files");

    @Inject
    private transient RecordDesk desk;

    @Inject
    private transient FilingDesk filing;

    @Inject
    private transient CurrentActor actor;

    @Inject
    private transient OfficeClock clock;

    @Inject
    private transient Messages messages;

    @Inject
    private transient Town town;

    @Inject
    private transient AskedWords askedWords;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            int year = year(request);
            if (request.getServletPath().equals("/office/filing.csv")) {
                CsvDownload.named(response, "filing-plan-" + year + ".csv");
                filing.export(given(request, "section"), year, response.getWriter());
            } else {
                write(filter(request, year), response);
            }
        } catch (IllegalArgumentException unreadable) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private RecordFilter filter(HttpServletRequest request, int year) {
        var section = given(request, "section");
        var dossier = given(request, "dossier");
        return new Register(given(request, "book"), section == null ? actor.get().section() : section, section, year,
                given(request, "year") == null ? null : Integer.valueOf(year), given(request, "state"), askedWords.of(given(request, "asked")),
                dossier == null ? null : UUID.fromString(dossier)).filter(RecordFilter.Order.NUMBER, false);
    }

    private int year(HttpServletRequest request) {
        var asked = given(request, "year");
        return asked == null ? FiscalYear.of(clock.today()).year() : Integer.parseInt(asked);
    }

    private static String given(HttpServletRequest request, String name) {
        var value = request.getParameter(name);
        return value == null || value.isBlank() ? null : value;
    }

    /** Part by part, so that a long register is never held whole. */
    private void write(RecordFilter filter, HttpServletResponse response) throws IOException {
        try (var csv = new CSVPrinter(CsvDownload.begin(response, "records-" + clock.today() + ".csv"), CSVFormat.RFC4180)) {
            csv.printRecord(HEADS.stream().map(head -> messages.get("document.csv." + head)).toList());
            var part = desk.listNext(filter, null, PART);
            for (int rows = part.size(); !part.isEmpty(); rows += part.size()) {
                for (var line : part) {
                    csv.printRecord(cells(line).map(CsvDownload::guarded).toList());
                }
                part = rows < MOST ? desk.listNext(filter, part.get(part.size() - 1), PART) : List.of();
            }
        }
    }

    private Stream<Object> cells(RecordLine line) {
        return Stream.of(line.number(), town.sectionName(line.section()), line.title(), line.party(), line.senderNumber(),
                moment(line.arrivedAt()), moment(line.recordedAt()), messages.get("document.state." + line.state()), line.staffName(),
                line.dossierCode(), line.files());
    }

    private static Object moment(Instant at) {
        return at == null ? "" : LocalDateTime.ofInstant(at, OfficeClock.ZONE).withNano(0);
    }
}
