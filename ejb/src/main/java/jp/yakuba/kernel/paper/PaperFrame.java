package jp.yakuba.kernel.paper;

/** The frame of every sheet: A4, title, running foot with page numbers, black lines. */
public final class PaperFrame {
    private static final String STYLE = """
            @page { size: A4; margin: 18mm 16mm 18mm 16mm;
                    @bottom-left { content: "%s"; font-family: "BIZ UDGothic"; font-size: 8pt; }
                    @bottom-right { content: counter(page) " / " counter(pages); font-family: "BIZ UDGothic"; font-size: 8pt; } }
            body { font-family: "BIZ UDGothic", "Yakuba Variants", "Yakuba Names"; font-size: 10.5pt; line-height: 1.5; color: #000; }
            h1 { font-size: 18pt; line-height: 1.4; margin: 0 0 4mm 0; }
            h2 { font-size: 12.5pt; margin: 6mm 0 2mm 0; page-break-after: avoid; }
            p { margin: 0 0 3mm 0; }
            table { width: 100%%; border-collapse: collapse; -fs-table-paginate: paginate; }
            tr { page-break-inside: avoid; }
            th, td { border: 0.6pt solid #000; padding: 1.6mm 2mm; vertical-align: top; text-align: left; word-wrap: break-word; }
            th { width: 36%%; font-weight: 700; }
            .facts th { width: 26%%; }
            .ja, .hint { font-size: 8.5pt; font-weight: 400; }
            .need, .number { font-size: 8.5pt; }
            .number { border: 0.6pt solid #000; padding: 0 1.2mm; }
            .foot { font-size: 8.5pt; margin-top: 4mm; }
            .right { text-align: right; }
            .center { text-align: center; }
            .box { border: 0.6pt solid #000; padding: 3mm; }
            """;

    private PaperFrame() {}

    /** A whole sheet of XHTML: title, body, and a foot on every page. */
    public static String around(String language, String title, String foot, String body) {
        var lang = language.equals("en") ? "en" : "ja";
        return "<!DOCTYPE html><html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"" + lang + "\" xml:lang=\"" + lang + "\"><head><title>"
                + plain(title) + "</title><meta name=\"description\" content=\"" + plain(title) + "\"/><style>"
                + String.format(STYLE, css(foot)) + "</style></head><body>" + body + "</body></html>";
    }

    private static String plain(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private static String css(String text) {
        return text.replaceAll("[\\\\\"<>&\\n]", " ");
    }
}
