package jp.yakuba.document.model.drafting;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import jp.yakuba.document.model.drafting.Block.Cell;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads the parts of a text out of clean XHTML; whatever stands outside a part becomes a paragraph. */
final class BlockReader {
    private static final Set<String> ROWS = Set.of("tr");
    private static final Set<String> CELLS = Set.of("th", "td");

    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder loose = new StringBuilder();

    private BlockReader() {}

    /** The parts of the XHTML. */
    static List<Block> read(String xhtml) {
        var reader = new BlockReader();
        reader.walk(parsed(xhtml));
        reader.endLoose();
        return List.copyOf(reader.blocks);
    }

    private static Element parsed(String xhtml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader("<text>" + xhtml + "</text>"))).getDocumentElement();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (SAXException | ParserConfigurationException unclean) {
            throw new IllegalArgumentException("The text is not clean XHTML", unclean);
        }
    }

    private void walk(Node parent) {
        children(parent).forEach(child -> {
            if (child instanceof Element element) {
                element(element);
            } else {
                loose.append(child.getTextContent().replaceAll("\\s+", " "));
            }
        });
    }

    private void element(Element element) {
        switch (element.getTagName()) {
            case "br" -> loose.append('\n');
            case "h2", "h3" -> block(new Block.Heading(element.getTagName().charAt(1) - '0', line(element)));
            case "ul", "ol" -> block(new Block.Items(element.getTagName().equals("ol"),
                    within(element, Set.of("li")).map(BlockReader::line).filter(text -> !text.isEmpty()).toList()));
            case "table" -> block(new Block.Table(within(element, ROWS).map(row -> within(row, CELLS)
                    .map(cell -> new Cell(cell.getTagName().equals("th"), line(cell))).toList())
                    .filter(row -> !row.isEmpty()).toList()));
            default -> {
                endLoose();
                walk(element);
                endLoose();
            }
        }
    }

    private void block(Block block) {
        endLoose();
        boolean empty = block instanceof Block.Heading heading && heading.text().isEmpty()
                || block instanceof Block.Items list && list.texts().isEmpty()
                || block instanceof Block.Table table && table.rows().isEmpty();
        if (!empty) {
            blocks.add(block);
        }
    }

    private void endLoose() {
        var text = String.join("\n", loose.toString().lines().map(String::strip).toList()).strip();
        if (!text.isEmpty()) {
            blocks.add(new Block.Paragraph(text));
        }
        loose.setLength(0);
    }

    /** Elements of these names anywhere below, the outermost of each branch, in order. */
    private static Stream<Element> within(Node parent, Set<String> names) {
        return children(parent).filter(Element.class::isInstance).map(Element.class::cast)
                .flatMap(child -> names.contains(child.getTagName()) ? Stream.of(child) : within(child, names));
    }

    private static Stream<Node> children(Node parent) {
        var list = parent.getChildNodes();
        return IntStream.range(0, list.getLength()).mapToObj(list::item).toList().stream();
    }

    private static String line(Element element) {
        return element.getTextContent().replaceAll("\\s+", " ").strip();
    }
}
