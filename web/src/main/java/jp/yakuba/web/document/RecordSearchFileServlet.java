package jp.yakuba.web.document;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import jp.yakuba.document.api.RecordLine;
import jp.yakuba.document.api.RecordQuery;
import jp.yakuba.document.api.RecordSearchDesk;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.web.shell.CsvDownload;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Town;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Hands out what a search of records finds ({@code /office/search-records.csv}) for spreadsheets. */
@WebServlet("/office/search-records.csv")
public class RecordSearchFileServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int PART = 100;
    private static final int MOST = 10_000;
    private static final List<String> HEADS = List.of("number", "section", "title", "party", "senderNumber", "recorded", "state", "staff", "file");

    @Inject
    private transient RecordSearchDesk desk;

    @Inject
    private transient RecordQuestion question;

    @Inject
    private transient OfficeClock clock;

    @Inject
    private transient Messages messages;

    @Inject
    private transient Town town;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var query = question.read();
        if (query.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            write(query, response);
        }
    }

    /** Part by part, so that a long answer is never held whole. */
    private void write(RecordQuery query, HttpServletResponse response) throws IOException {
        var part = desk.export(query, null, PART); // a refusal comes before the file has begun
        try (var csv = new CSVPrinter(CsvDownload.begin(response, "search-" + clock.today() + ".csv"), CSVFormat.RFC4180)) {
            csv.printRecord(HEADS.stream().map(head -> messages.get("document.csv." + head)).toList());
            for (int rows = 0; ; rows += PART) {
                for (var one : part.records()) {
                    csv.printRecord(cells(one.line()).map(CsvDownload::guarded).toList());
                }
                if (part.behind() == null || rows >= MOST) {
                    return;
                }
                part = desk.export(query, part.behind(), PART);
            }
        }
    }

    private Stream<Object> cells(RecordLine line) {
        return Stream.of(line.number(), town.sectionName(line.section()), line.title(), line.party(), line.senderNumber(),
                LocalDateTime.ofInstant(line.recordedAt(), OfficeClock.ZONE).withNano(0), messages.get("document.state." + line.state()),
                line.staffName(), line.dossierCode());
    }
}
