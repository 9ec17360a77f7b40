package jp.yakuba.web.office;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import jp.yakuba.application.api.ExaminationDesk;
import jp.yakuba.application.api.ProcedureStatistics;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Town;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Hands out the statistics by procedure as a file for spreadsheets ({@code /office/statistics.csv}). */
@WebServlet("/office/statistics.csv")
public class StatisticsFileServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
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
            response.setContentType("text/csv");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.setHeader("Content-Disposition", "attachment; filename=\"procedures-" + from + "-" + until + ".csv\"");
            write(rows, response.getWriter());
        } catch (DateTimeException unreadable) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** The mark in front lets spreadsheets read Japanese. */
    private void write(List<ProcedureStatistics> rows, Writer out) throws IOException {
        out.append(BYTE_ORDER_MARK);
        try (var csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
            csv.printRecord(HEADS.stream().map(messages::get).toList());
            for (var row : rows) {
                csv.printRecord(Stream.of(row.procedure(), row.name(), town.sectionName(row.section()), row.arrived(), row.open(),
                        row.done(), row.overdue(), row.medianDays(), row.longestDays()));
            }
        }
    }
}
