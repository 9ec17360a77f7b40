package jp.yakuba.web.inquiry;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.yakuba.inquiry.api.InquiryDesk;
import jp.yakuba.inquiry.api.InquirySheet;
import jp.yakuba.inquiry.api.OfficeLine;
import jp.yakuba.inquiry.api.Question;
import jp.yakuba.web.shell.CsvDownload;
import jp.yakuba.web.shell.Messages;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Hands out the table of answers ({@code /office/inquiry.csv}) for spreadsheets: a line for each office, a column for each question. */
@WebServlet("/office/inquiry.csv")
public class InquiryFileServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient InquiryDesk desk;

    @Inject
    private transient InquiryWordsOnPages words;

    @Inject
    private transient Messages messages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var sheet = desk.get(UUID.fromString(String.valueOf(request.getParameter("id"))));
            try (var csv = new CSVPrinter(CsvDownload.begin(response, "inquiry-" + sheet.id() + ".csv"), CSVFormat.RFC4180)) {
                csv.printRecord(heads(sheet));
                for (var office : sheet.offices()) {
                    csv.printRecord(cells(sheet, office));
                }
            }
        } catch (IllegalArgumentException unreadable) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private List<String> heads(InquirySheet sheet) {
        var heads = new ArrayList<>(List.of("code", "office", "state", "number", "answered").stream().map(key -> messages.get("office.inquiry.csv." + key)).toList());
        sheet.form().stream().map(Question::label).map(CsvDownload::guarded).forEach(heads::add);
        return heads;
    }

    private List<String> cells(InquirySheet sheet, OfficeLine office) {
        var cells = new ArrayList<>(List.of(office.peer(), CsvDownload.guarded(office.name()),
                messages.get("office.inquiry.office." + office.state()) + (office.late() ? messages.get("office.inquiry.late.csv") : ""),
                office.number() == null ? "" : CsvDownload.guarded(office.number()), office.answeredAt() == null ? "" : office.answeredAt().toString()));
        sheet.form().forEach(question -> cells.add(CsvDownload.guarded(words.words(question, office.to(question.code())))));
        return cells;
    }
}
