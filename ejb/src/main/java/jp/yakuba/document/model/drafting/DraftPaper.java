package jp.yakuba.document.model.drafting;

import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.yakuba.document.api.DispatchIntent;
import jp.yakuba.document.api.DraftFacts;
import jp.yakuba.document.api.SealUse;
import jp.yakuba.document.model.filing.PlanWords;
import jp.yakuba.kernel.EraDate;
import jp.yakuba.kernel.paper.Glyphs;
import jp.yakuba.kernel.paper.PaperFrame;
import jp.yakuba.kernel.paper.Press;

/** The draft sheet (起案用紙) on paper: what is asked, by which rule and route, and the text that is decided on. In Japanese. */
public final class DraftPaper {
    private static final Map<DispatchIntent, String> DISPATCH =
            Map.of(DispatchIntent.NONE, "施行なし", DispatchIntent.LETTER, "文書の発送", DispatchIntent.NOTICE, "告示・公告など");
    private static final Map<SealUse, String> SEAL = Map.of(SealUse.NONE, "なし", SealUse.SEAL, "公印を使う", SealUse.OMITTED, "公印省略");
    private static final Map<String, String> KINDS =
            Map.of("AGREE", "回議", "CONSULT", "合議", "DECIDE", "決裁", "REVIEW", "後閲", "INFORM", "報告");
    private static final Map<String, String> CLASSES = Map.of("KO", "甲", "OTSU", "乙", "HEI", "丙", "TEI", "丁");

    private final Glyphs glyphs = new Glyphs();
    private final StringBuilder body = new StringBuilder();

    /**
     * What stands on the sheet.
     *
     * @param decisionClass KO, OTSU, HEI or TEI; null while no matter is named
     * @param dossier code and name of the file of the plan; null to let the plan choose
     * @param route stops in order; empty before it is proposed
     * @param files names of the attachments
     * @param sha256 hash of everything that is decided on
     */
    public record Sheet(
            String town, String section, LocalDate draftedOn, String drafter, String decisionClass, String dossier, String title,
            String ask, RichText text, DraftFacts facts, List<Stop> route, List<String> files, String sha256) {}

    /** A stop of the route, and who acted there when. */
    public record Stop(String kind, String post, String person, boolean byProxy, LocalDate on, String comment) {}

    private DraftPaper() {}

    /** Writes the sheet as PDF. */
    public static void write(Sheet sheet, OutputStream out) {
        var paper = new DraftPaper();
        paper.facts(sheet);
        paper.route(sheet.route());
        paper.body.append("<h2>伺い</h2><p>").append(paper.glyphs.show(sheet.ask())).append("</p><h2>案文</h2>")
                .append(sheet.text().html(paper.glyphs::show));
        paper.files(sheet);
        Press.print(PaperFrame.around("ja", "起案用紙", sheet.town() + "　起案用紙　" + sheet.title(), paper.body.toString()),
                paper.glyphs.rare(), out);
    }

    private void facts(Sheet sheet) {
        var facts = sheet.facts();
        body.append("<h1>起案用紙</h1><table class=\"facts\">");
        row("件名", sheet.title());
        row("起案", new EraDate(sheet.draftedOn()) + "　" + sheet.section() + "　" + sheet.drafter());
        row("決裁区分", sheet.decisionClass() == null ? "" : CLASSES.getOrDefault(sheet.decisionClass(), ""));
        row("分類", sheet.dossier() == null ? "ファイル基準表による" : sheet.dossier());
        row("保存期間", facts.retention() == null ? "ファイルによる" : PlanWords.of(facts.retention()));
        row("公開区分", PlanWords.of(facts.disclosure()) + (facts.clause() == null ? "" : "　" + facts.clause())
                + (facts.closedUntil() == null ? "" : "　" + new EraDate(facts.closedUntil()) + "まで"));
        row("施行区分", DISPATCH.get(facts.dispatch()));
        row("公印", SEAL.get(facts.seal()));
        if (facts.amount() > 0) {
            row("金額", String.format("%,d円", facts.amount()));
        }
        body.append("</table>");
    }

    private void row(String name, String value) {
        body.append("<tr><th scope=\"row\">").append(name).append("</th><td>").append(glyphs.show(value)).append("</td></tr>");
    }

    private void route(List<Stop> route) {
        if (route.isEmpty()) {
            return;
        }
        body.append("<h2>経路</h2><table><tr><th scope=\"col\">区分</th><th scope=\"col\">職</th><th scope=\"col\">氏名・日</th><th scope=\"col\">意見</th></tr>");
        route.forEach(stop -> body.append("<tr><td>").append(KINDS.getOrDefault(stop.kind(), "")).append("</td><td>")
                .append(glyphs.show(stop.post())).append("</td><td>").append(stop.person() == null ? "" : glyphs.show(stop.person()))
                .append(stop.byProxy() ? "（代決）" : "").append(stop.on() == null ? "" : "<br/>" + new EraDate(stop.on()))
                .append("</td><td>").append(stop.comment() == null ? "" : glyphs.show(stop.comment())).append("</td></tr>"));
        body.append("</table>");
    }

    private void files(Sheet sheet) {
        if (!sheet.files().isEmpty()) {
            body.append("<h2>添付</h2><ul>");
            sheet.files().forEach(name -> body.append("<li>").append(glyphs.show(name)).append("</li>"));
            body.append("</ul>");
        }
        body.append("<p class=\"foot\">この内容のSHA-256：").append(sheet.sha256()).append("</p>").append(glyphs.footnote());
    }
}
