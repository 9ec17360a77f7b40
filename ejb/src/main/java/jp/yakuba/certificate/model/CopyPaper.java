package jp.yakuba.certificate.model;

import java.io.OutputStream;
import java.time.LocalDate;
import jp.yakuba.certificate.api.CopyPerson;
import jp.yakuba.kernel.EraDate;
import jp.yakuba.kernel.paper.Glyphs;
import jp.yakuba.kernel.paper.PaperFrame;
import jp.yakuba.kernel.paper.Press;

/** A copy of the residence record (住民票の写し) on paper: whom it is of, what it says, and the words by which the head of the issuing town attests it. */
public final class CopyPaper {
    private static final String TITLE = "住民票の写し";

    private final Glyphs glyphs = new Glyphs();
    private final StringBuilder body = new StringBuilder();

    private CopyPaper() {}

    /**
     * What stands around the items.
     *
     * @param number of this copy (発行番号)
     * @param attestation by which it is attested (認証文)
     * @param head title and name of the head of the issuing town
     */
    public record Frame(String number, LocalDate on, String attestation, String head) {}

    /** Writes it as PDF. */
    public static void write(CopyItems items, Frame frame, OutputStream out) {
        var paper = new CopyPaper();
        paper.body.append("<h1>").append(TITLE).append("</h1><p class=\"right\">発行番号　").append(paper.glyphs.show(frame.number())).append("</p><p>")
                .append(items.whole() ? "世帯全員" : "世帯の一部").append("</p>");
        if (items.head() != null) {
            paper.body.append("<table class=\"facts\">");
            paper.fact("世帯主の氏名", items.head());
            paper.body.append("</table>");
        }
        items.persons().forEach(paper::person);
        paper.attest(frame);
        paper.body.append(paper.glyphs.footnote());
        Press.print(PaperFrame.around("ja", TITLE, TITLE + "　発行番号 " + frame.number(), paper.body.toString()), paper.glyphs.rare(), out);
    }

    private void person(CopyPerson one) {
        body.append("<h2>").append(glyphs.show(one.name())).append("</h2><table class=\"facts\">");
        fact("氏名", one.name());
        if (one.romanName() != null) {
            fact("氏名（ローマ字）", one.romanName());
        }
        fact("生年月日", day(one.birthDate()));
        fact("性別", sex(one.sex()));
        if (one.relationship() != null) {
            fact("続柄", one.relationship());
        }
        fact("住所", one.address());
        if (one.settledOn() != null) {
            fact("住所を定めた年月日", day(one.settledOn()));
        }
        fact(one.foreign() ? "外国人住民となった年月日" : "住民となった年月日", day(one.becameResident()));
        if (one.notifiedOn() != null) {
            fact("届出の年月日", day(one.notifiedOn()));
        }
        if (one.previousAddress() != null) {
            fact("従前の住所", one.previousAddress());
        }
        body.append("</table>");
    }

    private void fact(String name, String value) {
        body.append("<tr><th scope=\"row\">").append(name).append("</th><td>").append(glyphs.show(value)).append("</td></tr>");
    }

    private void attest(Frame frame) {
        body.append("<div style=\"page-break-inside: avoid\"><p>以下余白</p><p>").append(glyphs.show(frame.attestation())).append("</p><p>").append(day(frame.on()))
                .append("</p><p class=\"right\">").append(glyphs.show(frame.head())).append("</p></div>");
    }

    private static String day(LocalDate day) {
        return new EraDate(day).toString();
    }

    private static String sex(String code) {
        return switch (code) {
            case "1" -> "男";
            case "2" -> "女";
            default -> "―";
        };
    }
}
