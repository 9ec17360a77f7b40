package jp.yakuba.application.model.paper;

import java.io.OutputStream;
import jp.yakuba.application.model.Decision.Outcome;
import jp.yakuba.application.model.form.WrittenDate;
import jp.yakuba.kernel.paper.Glyphs;
import jp.yakuba.kernel.paper.PaperFrame;
import jp.yakuba.kernel.paper.Press;

/** The notice of a decision on paper, with the instruction on remedies (教示) that every disposition must carry. */
public final class NoticePaper {
    private NoticePaper() {}

    /** Writes the notice as PDF. It is in Japanese, for it is the disposition itself. */
    public static void write(Notice notice, OutputStream out) {
        var glyphs = new Glyphs();
        Press.print(html(notice, glyphs), glyphs.rare(), out);
    }

    private static String html(Notice notice, Glyphs glyphs) {
        var title = notice.procedure() + "　" + title(notice.outcome());
        var body = new StringBuilder();
        body.append("<p class=\"right\">").append(glyphs.show(notice.number())).append("<br/>")
                .append(glyphs.show(WrittenDate.inEra(notice.decidedOn()))).append("</p>");
        body.append("<p>").append(glyphs.show(notice.addressee())).append("　様</p>");
        body.append("<p class=\"right\">").append(glyphs.show(notice.issuer())).append("</p>");
        body.append("<h1 class=\"center\">").append(glyphs.show(title)).append("</h1>");
        body.append("<p>").append(glyphs.show("受付番号 " + notice.receiptNumber() + " の申請" + said(notice))).append("</p>");
        body.append("<table class=\"answers\">");
        row(body, "手続", glyphs.show(notice.procedure()));
        row(body, "根拠", glyphs.show(notice.legalGround()));
        row(body, contents(notice.outcome()), glyphs.show(notice.words()));
        row(body, "担当", glyphs.show(notice.office()));
        body.append("</table>");
        body.append("<h2>教示（不服があるとき）</h2><div class=\"box\">").append(glyphs.show(notice.instruction())).append("</div>");
        body.append(glyphs.footnote());
        return PaperFrame.around("ja", title, notice.town() + "　" + notice.number(), body.toString());
    }

    private static String title(Outcome outcome) {
        return switch (outcome) {
            case GRANTED -> "決定通知書";
            case REFUSED -> "却下通知書";
            case FORWARDED -> "進達通知書";
        };
    }

    private static String said(Notice notice) {
        return switch (notice.outcome()) {
            case GRANTED -> "について、次のとおり決定しました。";
            case REFUSED -> "について、次のとおり却下しましたので、理由を示して通知します。";
            case FORWARDED -> "を" + notice.forwardedTo() + "へ送りましたので、お知らせします。";
        };
    }

    private static String contents(Outcome outcome) {
        return switch (outcome) {
            case GRANTED -> "決定の内容";
            case REFUSED -> "却下の理由";
            case FORWARDED -> "進達の内容";
        };
    }

    private static void row(StringBuilder body, String name, String value) {
        body.append("<tr><th scope=\"row\">").append(name).append("</th><td>").append(value).append("</td></tr>");
    }
}
