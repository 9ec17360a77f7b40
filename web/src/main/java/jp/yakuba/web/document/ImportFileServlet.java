package jp.yakuba.web.document;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import jp.yakuba.document.api.ImportDesk;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.web.shell.CsvDownload;
import jp.yakuba.web.shell.Messages;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Hands out the faults of an import ({@code /office/import-faults.csv}) for spreadsheets, part by part. */
@WebServlet("/office/import-faults.csv")
public class ImportFileServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int PART = 1000;

    @Inject
    private transient ImportDesk desk;

    @Inject
    private transient OfficeClock clock;

    @Inject
    private transient ImportWords words;

    @Inject
    private transient Messages messages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        UUID id;
        try {
            id = UUID.fromString(String.valueOf(request.getParameter("id")));
        } catch (IllegalArgumentException none) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        desk.get(id);
        try (var csv = new CSVPrinter(CsvDownload.begin(response, "import-faults-" + clock.today() + ".csv"), CSVFormat.RFC4180)) {
            csv.printRecord(List.of(messages.get("document.import.col.line"), messages.get("document.import.col.column"),
                    messages.get("document.import.col.value"), messages.get("document.import.col.wrong")));
            var part = desk.listFaults(id, null, PART);
            while (!part.isEmpty()) {
                for (var line : part) {
                    csv.printRecord(Stream.of(line.line(), line.column(), line.value(), words.of(line)).map(CsvDownload::guarded).toList());
                }
                part = part.size() < PART ? List.of() : desk.listFaults(id, part.get(part.size() - 1), PART);
            }
        }
    }
}
