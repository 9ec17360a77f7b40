package jp.yakuba.relocation.model;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.xml.validation.Schema;
import jp.yakuba.kernel.StrictXml;
import jp.yakuba.kernel.VisibleText;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Notices of moves in the form in which they travel ({@code move-notice.v1.xsd}). */
public final class MoveNoticeXml {
    /** Version of the form. */
    public static final int VERSION = 1;
    private static final int LARGEST = 256 * 1024;
    private static final String NAMESPACE = "urn:yakuba:move-notice:1";
    private static final Schema SCHEMA = StrictXml.schema(MoveNoticeXml.class.getResource("/jp/yakuba/exchange/move-notice.v1.xsd"));

    private MoveNoticeXml() {}

    /** The notice in XML; refused unless it is of the form, for the other town would refuse it. */
    public static byte[] write(MoveNotice notice) throws StrictXml.NotRead {
        var document = StrictXml.empty();
        var root = document.createElementNS(NAMESPACE, "move-notice");
        document.appendChild(root);
        add(root, "id", notice.id());
        if (notice.corrects() != null) {
            add(root, "corrects", notice.corrects());
        }
        add(root, "moved-on", notice.movedOn());
        add(root, "previous-address", notice.previousAddress());
        if (notice.shielded()) {
            add(root, "protected", null);
        } else {
            add(root, "new-address", notice.newAddress());
        }
        for (var person : notice.persons()) {
            var at = add(root, "person", null);
            add(at, "name", person.name());
            add(at, "kana", person.kana());
            add(at, "born", person.birthDate());
            add(at, "sex", person.sex());
        }
        var xml = StrictXml.write(document);
        StrictXml.require(StrictXml.read(xml, LARGEST), SCHEMA);
        return xml;
    }

    /** The notice that stands in the XML; refused unless it is of the form. */
    public static MoveNotice read(byte[] xml) throws StrictXml.NotRead {
        var document = StrictXml.read(xml, LARGEST);
        StrictXml.require(document, SCHEMA);
        var root = document.getDocumentElement();
        var corrects = text(root, "corrects");
        var persons = children(root, "person").stream().map(MoveNoticeXml::person).toList();
        if (persons.stream().anyMatch(one -> one.name().isEmpty() || one.kana().isEmpty())) {
            throw new StrictXml.NotRead("a person without a name", null);
        }
        return new MoveNotice(UUID.fromString(text(root, "id")), corrects == null ? null : UUID.fromString(corrects),
                LocalDate.parse(text(root, "moved-on")), line(text(root, "previous-address")), line(text(root, "new-address")),
                !children(root, "protected").isEmpty(), persons);
    }

    private static MoveNotice.Person person(Element at) {
        return new MoveNotice.Person(line(text(at, "name")), line(text(at, "kana")), LocalDate.parse(text(at, "born")), text(at, "sex"));
    }

    private static Element add(Element parent, String name, Object text) {
        var child = parent.getOwnerDocument().createElementNS(NAMESPACE, name);
        if (text != null) { // an empty element breaks the form
            child.setTextContent(text.toString());
        }
        parent.appendChild(child);
        return child;
    }

    private static List<Element> children(Element parent, String name) {
        var nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item)
                .filter(node -> node.getNodeType() == Node.ELEMENT_NODE && name.equals(node.getLocalName())).map(Element.class::cast).toList();
    }

    private static String text(Element parent, String name) {
        return children(parent, name).stream().findFirst().map(Element::getTextContent).orElse(null);
    }

    /** What nobody sees stands in no name; null stays null. */
    private static String line(String text) {
        return text == null ? null : VisibleText.of(text).strip();
    }
}
