package jp.yakuba.web.office;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import jp.yakuba.application.api.ExaminationDesk;
import jp.yakuba.application.api.ProcedureStatistics;
import jp.yakuba.web.shell.CsvDownload;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Town;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Hands out the statistics by procedure as a file for spreadsheets ({@code /office/statistics.csv}). */
@WebServlet("/office/statistics.csv")
public class StatisticsFileServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final List<String> HEADS = List.of("office.forms.code", "office.col.what", "office.section", "office.arrived",
            "office.open", "office.done", "office.overdue", "office.days", "office.days.longest");

    @Inject
    private transient ExaminationDesk desk;

    @Inject
    private transient Messages messages;

    @Inject
    private transient Town town;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var from = LocalDate.parse(String.valueOf(request.getParameter("from")));
            var until = LocalDate.parse(String.valueOf(request.getParameter("until")));
            var rows = desk.statistics(from, until, request.getParameter("section"));
            write(rows, CsvDownload.begin(response, "procedures-" + from + "-" + until + ".csv"));
        } catch (DateTimeException unreadable) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void write(List<ProcedureStatistics> rows, Writer out) throws IOException {
        try (var csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
            csv.printRecord(HEADS.stream().map(messages::get).toList());
            for (var row : rows) {
                csv.printRecord(Stream.of(row.procedure(), row.name(), town.sectionName(row.section()), row.arrived(), row.open(),
                        row.done(), row.overdue(), row.medianDays(), row.longestDays()).map(CsvDownload::guarded).toList());
            }
        }
    }
}
