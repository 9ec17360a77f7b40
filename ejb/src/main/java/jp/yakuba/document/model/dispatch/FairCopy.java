package jp.yakuba.document.model.dispatch;

import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import jp.yakuba.document.api.PostingLine;
import jp.yakuba.document.api.SealUse;
import jp.yakuba.document.model.drafting.RichText;
import jp.yakuba.kernel.EraDate;
import jp.yakuba.kernel.paper.Glyphs;
import jp.yakuba.kernel.paper.PaperFrame;
import jp.yakuba.kernel.paper.Press;

/** What is printed of what goes out: the fair copy (浄書), the label for an envelope, the posting list. In Japanese. */
public final class FairCopy {
    private static final String LABEL = "<style>@page { size: 210mm 148mm; } .to { margin: 20mm 10mm; font-size: 15pt; line-height: 1.8; }</style>";

    private FairCopy() {}

    /**
     * A letter.
     *
     * @param number its number; words for a preview
     * @param addressee name with 様 or 御中; null for what is made public
     * @param sender title and name of the head of the town
     * @param office section and phone
     */
    public record Letter(
            String number, LocalDate on, String addressee, String sender, SealUse seal, String title, RichText text, String office,
            List<String> files) {}

    /** Writes the letter as PDF. */
    public static void write(Letter letter, OutputStream out) {
        var glyphs = new Glyphs();
        var body = new StringBuilder("<p class=\"right\">").append(glyphs.show(letter.number())).append("<br/>")
                .append(new EraDate(letter.on())).append("</p>");
        if (letter.addressee() != null) {
            body.append("<p>").append(glyphs.show(letter.addressee())).append("</p>");
        }
        body.append("<p class=\"right\">").append(glyphs.show(letter.sender())).append(seal(letter.seal())).append("</p><h1 class=\"center\">")
                .append(glyphs.show(letter.title())).append("</h1>").append(letter.text().html(glyphs::show));
        if (!letter.files().isEmpty()) {
            body.append("<h2>添付</h2><ul>");
            letter.files().forEach(name -> body.append("<li>").append(glyphs.show(name)).append("</li>"));
            body.append("</ul>");
        }
        body.append("<p class=\"foot right\">担当　").append(glyphs.show(letter.office())).append("</p>").append(glyphs.footnote());
        Press.print(PaperFrame.around("ja", letter.title(), letter.number(), body.toString()), glyphs.rare(), out);
    }

    private static String seal(SealUse use) {
        return switch (use) {
            case SEAL -> "　<span class=\"number\">公印</span>";
            case OMITTED -> "<br/>（公印省略）";
            case NONE -> "";
        };
    }

    /** Writes the label for an envelope as PDF. */
    public static void label(PostingLine line, String honorific, OutputStream out) {
        var glyphs = new Glyphs();
        var body = LABEL + "<div class=\"to\"><p>〒" + glyphs.show(line.postalCode()) + "<br/>" + glyphs.show(line.address()) + "</p><p>"
                + glyphs.show(line.name()) + "　" + honorific + "</p></div><p class=\"foot\">" + glyphs.show(line.number()) + "</p>" + glyphs.footnote();
        Press.print(PaperFrame.around("ja", "宛名", line.number(), body), glyphs.rare(), out);
    }

    /** Writes the posting list (発送一覧) of a section and day as PDF. */
    public static void posting(String town, String section, LocalDate day, List<PostingLine> lines, OutputStream out) {
        var glyphs = new Glyphs();
        var body = new StringBuilder("<h1>郵便発送一覧</h1><p>").append(new EraDate(day)).append("　").append(glyphs.show(section)).append("　")
                .append(lines.size()).append("通</p><table><tr><th scope=\"col\">番号</th><th scope=\"col\">件名</th><th scope=\"col\">宛名</th><th scope=\"col\">住所</th></tr>");
        lines.forEach(line -> body.append("<tr><td>").append(glyphs.show(line.number())).append("</td><td>").append(glyphs.show(line.title()))
                .append("</td><td>").append(glyphs.show(line.name())).append("</td><td>")
                .append(line.withheld() ? "支援措置のため載せません" : glyphs.show("〒" + line.postalCode() + "　" + line.address())).append("</td></tr>"));
        body.append("</table>").append(glyphs.footnote());
        Press.print(PaperFrame.around("ja", "郵便発送一覧", town + "　郵便発送一覧　" + new EraDate(day), body.toString()), glyphs.rare(), out);
    }
}
