package jp.yakuba.inquiry.model;

import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.yakuba.inquiry.api.InquirySheet;
import jp.yakuba.inquiry.api.OfficeLine;
import jp.yakuba.inquiry.api.OfficeState;
import jp.yakuba.inquiry.api.Question;
import jp.yakuba.kernel.EraDate;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.paper.Glyphs;
import jp.yakuba.kernel.paper.PaperFrame;
import jp.yakuba.kernel.paper.Press;

/**
 * The table of answers (回答一覧) on paper: how far each office is, then the answers question by question, so that however many questions and
 * offices there are, columns stay as wide as a page. In Japanese; it says what the sheet says, hidden addresses too.
 */
public final class AnswerPaper {
    private static final Map<OfficeState, String> STATES = Map.of(OfficeState.CHOSEN, "発送前", OfficeState.SENT, "送付中", OfficeState.RECEIVED, "受領済み",
            OfficeState.REFUSED, "否認された", OfficeState.UNREACHED, "届かなかった", OfficeState.ANSWERED, "回答済み", OfficeState.ANSWERED_AGAIN, "再回答",
            OfficeState.OVERDUE, "期限超過");
    /** A longer row may break over pages; a shorter one stays together. */
    private static final int LONG = 600;

    private final Glyphs glyphs = new Glyphs();
    private final StringBuilder body = new StringBuilder();

    private AnswerPaper() {}

    /** Writes the table as PDF. */
    public static void write(InquirySheet sheet, LocalDate today, OutputStream out) {
        var paper = new AnswerPaper();
        paper.facts(sheet, today);
        paper.offices(sheet.offices());
        int number = 1;
        for (var question : sheet.form()) {
            paper.question(number++, question, sheet.offices());
        }
        paper.body.append(paper.glyphs.footnote());
        Press.print(PaperFrame.around("ja", "回答一覧", "回答一覧　" + sheet.title(), paper.body.toString()), paper.glyphs.rare(), out);
    }

    private void facts(InquirySheet sheet, LocalDate today) {
        long answered = sheet.offices().stream().filter(one -> one.answeredAt() != null).count();
        body.append("<h1>回答一覧</h1><table class=\"facts\">");
        fact("件名", sheet.title());
        fact("照会した文書", sheet.number() == null ? "" : sheet.number());
        fact("回答期限", new EraDate(sheet.deadline()).toString());
        fact("回答", sheet.offices().size() + "件中" + answered + "件");
        fact("作成", new EraDate(today).toString());
        body.append("</table>");
    }

    private void fact(String name, String value) {
        body.append("<tr><th scope=\"row\">").append(name).append("</th><td>").append(glyphs.show(value)).append("</td></tr>");
    }

    private void offices(List<OfficeLine> offices) {
        begin("照会先ごとの状況", "照会先", "状態", "回答の文書番号", "回答の到達");
        offices.forEach(office -> row(office.name(), STATES.get(office.state()) + (office.late() ? "（期限後）" : ""),
                office.number() == null ? "" : office.number(),
                office.answeredAt() == null ? "" : new EraDate(office.answeredAt().atZone(OfficeClock.ZONE).toLocalDate()).toString()));
        body.append("</tbody></table>");
    }

    private void question(int number, Question question, List<OfficeLine> offices) {
        begin(number + "　" + question.label(), "照会先", "回答");
        offices.stream().filter(office -> office.answeredAt() != null).forEach(office -> row(office.name(), answer(question, office)));
        body.append("</tbody></table>");
    }

    /** Nothing is said apart from what was not answered or may not be read here. */
    private static String answer(Question question, OfficeLine office) {
        return office.to(question.code()).stream().filter(value -> !value.isBlank()).map(value -> InquiryWords.words(question, value))
                .collect(Collectors.joining("\n"));
    }

    private void begin(String title, String... heads) {
        body.append("<h2>").append(glyphs.show(title)).append("</h2><table><thead><tr>");
        for (var head : heads) {
            body.append("<th scope=\"col\" style=\"width: ").append(100 / heads.length).append("%\">").append(head).append("</th>");
        }
        body.append("</tr></thead><tbody>");
    }

    private void row(String... cells) {
        boolean isLong = List.of(cells).stream().anyMatch(cell -> cell.length() > LONG || cell.lines().count() > LONG / 20);
        body.append(isLong ? "<tr style=\"page-break-inside: auto\">" : "<tr>");
        for (var cell : cells) {
            body.append("<td>").append(glyphs.show(cell)).append("</td>");
        }
        body.append("</tr>");
    }
}
