package jp.yakuba.exchange.service.container;

import java.util.List;
import java.util.stream.IntStream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reading and writing of elements by name, within one namespace. */
final class XmlParts {
    static final String NAMESPACE = "urn:yakuba:exchange:1";

    private XmlParts() {}

    static List<Element> children(Element parent, String name) {
        var nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item)
                .filter(node -> node.getNodeType() == Node.ELEMENT_NODE && name.equals(node.getLocalName()))
                .map(Element.class::cast).toList();
    }

    /** The one child of the name; the schema says that it is there. */
    static Element child(Element parent, String name) {
        return children(parent, name).get(0);
    }

    static String text(Element parent, String name) {
        return child(parent, name).getTextContent();
    }

    /** The text; null if there is no such child. */
    static String optional(Element parent, String name) {
        return children(parent, name).stream().findFirst().map(Element::getTextContent).orElse(null);
    }

    static Element add(Element parent, String name) {
        var child = parent.getOwnerDocument().createElementNS(NAMESPACE, name);
        parent.appendChild(child);
        return child;
    }

    /** Adds a child with a text; none if there is no text. */
    static void add(Element parent, String name, Object text) {
        if (text != null) {
            add(parent, name).setTextContent(text.toString());
        }
    }
}
