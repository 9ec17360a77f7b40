package jp.yakuba.document.model.drafting;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import jp.yakuba.document.model.drafting.Block.Cell;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * The text of a draft (案文): paragraphs, headings, lists and tables, nothing else. Whatever an editor or a stranger's page
 * sends is cleaned first, so that no address, script or look comes in.
 *
 * @param blocks its parts in order
 */
public record RichText(List<Block> blocks) {
    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements("p", "h2", "h3", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "br")
            .allowElements((name, attributes) -> "p", "div", "blockquote", "pre")
            .allowElements((name, attributes) -> "h2", "h1")
            .allowElements((name, attributes) -> "h3", "h4", "h5", "h6")
            .toFactory();

    public RichText {
        blocks = List.copyOf(blocks);
    }

    /** Cleans what an editor sent. */
    public static RichText ofEditor(String posted) {
        return ofClean(POLICY.sanitize(withoutControls(posted)));
    }

    /** Reads what was typed in the plain form. */
    public static RichText ofPlain(String typed) {
        return new RichText(PlainForm.read(withoutControls(typed)));
    }

    /** Reads what this class wrote as XHTML. */
    public static RichText ofClean(String xhtml) {
        return new RichText(BlockReader.read(xhtml));
    }

    /** As XHTML. */
    public String html() {
        return html(RichText::escaped);
    }

    /** As XHTML whose words are shown by somebody else. */
    public String html(UnaryOperator<String> shown) {
        return blocks.stream().map(block -> html(block, shown)).collect(Collectors.joining("\n"));
    }

    /** In the plain form. */
    public String plain() {
        return PlainForm.write(blocks);
    }

    /** True if there is nothing to read. */
    public boolean isEmpty() {
        return blocks.isEmpty();
    }

    private static String html(Block block, UnaryOperator<String> shown) {
        if (block instanceof Block.Heading heading) {
            return element("h" + heading.level(), shown.apply(heading.text()));
        }
        if (block instanceof Block.Items list) {
            return element(list.numbered() ? "ol" : "ul",
                    list.texts().stream().map(text -> element("li", shown.apply(text))).collect(Collectors.joining()));
        }
        if (block instanceof Block.Table table) {
            return element("table", element("tbody", table.rows().stream().map(row -> element("tr", cells(row, shown)))
                    .collect(Collectors.joining())));
        }
        return element("p", ((Block.Paragraph) block).text().lines().map(shown).collect(Collectors.joining("<br/>")));
    }

    private static String cells(List<Cell> row, UnaryOperator<String> shown) {
        return row.stream().map(cell -> element(cell.head() ? "th" : "td", shown.apply(cell.text()))).collect(Collectors.joining());
    }

    private static String element(String name, String content) {
        return "<" + name + ">" + content + "</" + name + ">";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    /** Characters that no XML may hold are no text either. */
    private static String withoutControls(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
    }
}
