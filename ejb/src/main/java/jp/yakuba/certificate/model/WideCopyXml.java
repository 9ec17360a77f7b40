package jp.yakuba.certificate.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.xml.validation.Schema;
import jp.yakuba.certificate.api.AskCopy;
import jp.yakuba.certificate.api.CopyOutcome;
import jp.yakuba.certificate.api.CopyPerson;
import jp.yakuba.certificate.api.CopyScope;
import jp.yakuba.certificate.api.IdentityDocument;
import jp.yakuba.kernel.StrictXml;
import jp.yakuba.kernel.VisibleText;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Requests for copies, answers and what is sealed in them, in the form in which they travel ({@code wide-copy.v1.xsd}). */
public final class WideCopyXml {
    /** Version of the form. */
    public static final int VERSION = 1;
    private static final int LARGEST = 256 * 1024;
    private static final String NAMESPACE = "urn:yakuba:wide-copy:1";
    private static final String REQUEST = "wide-copy";
    private static final String REPLY = "wide-copy-answer";
    private static final String ITEMS = "items";
    private static final Schema SCHEMA = StrictXml.schema(WideCopyXml.class.getResource("/jp/yakuba/exchange/wide-copy.v1.xsd"));

    private WideCopyXml() {}

    /** The request in XML; refused unless it is of the form, for the other office would refuse it. */
    public static byte[] write(CopyRequest request) throws StrictXml.NotRead {
        var root = begin(REQUEST);
        add(root, "id", request.id());
        add(root, "asked-at", request.askedAt().truncatedTo(ChronoUnit.SECONDS));
        add(root, "clerk", request.clerk());
        add(root, "identity", word(request.identity()));
        var by = add(root, "resident", null);
        add(by, "name", request.name());
        add(by, "born", request.birthDate());
        add(by, "address", request.address());
        add(root, "scope", word(request.scope()));
        request.wanted().forEach(name -> add(root, "wanted", name));
        add(root, "relationships", request.relationships());
        add(root, "key", Base64.getEncoder().encodeToString(request.key()));
        var xml = whole(root);
        readRequest(xml);
        return xml;
    }

    /** The request that stands in the XML; refused unless it is of the form. */
    public static CopyRequest readRequest(byte[] xml) throws StrictXml.NotRead {
        var root = read(xml, REQUEST);
        var by = children(root, "resident").get(0);
        var scope = CopyScope.valueOf(constant(root, "scope"));
        var wanted = children(root, "wanted").stream().map(one -> line(one.getTextContent())).toList();
        var key = Base64.getDecoder().decode(text(root, "key"));
        if (!ItemSeal.isKey(key)) {
            throw new StrictXml.NotRead("no key", null);
        }
        if ((scope == CopyScope.SOME) == wanted.isEmpty() || isUnnamed(wanted) || isUnnamed(List.of(line(text(by, "name")), line(text(by, "address"))))) {
            throw new StrictXml.NotRead("nobody named", null);
        }
        return new CopyRequest(UUID.fromString(text(root, "id")), Instant.parse(text(root, "asked-at")), line(text(root, "clerk")),
                IdentityDocument.valueOf(constant(root, "identity")), line(text(by, "name")), LocalDate.parse(text(by, "born")), line(text(by, "address")),
                scope, wanted, Boolean.parseBoolean(text(root, "relationships")), key);
    }

    /** Nothing is like everything. */
    private static boolean isUnnamed(List<String> words) {
        return !words.stream().allMatch(AskCopy::isNamed);
    }

    /** The answer in XML. */
    public static byte[] write(CopyReply reply) throws StrictXml.NotRead {
        var root = begin(REPLY);
        add(root, "request", reply.request());
        add(root, "outcome", word(reply.outcome()));
        if (reply.sealed() != null) {
            add(root, "sealed", Base64.getEncoder().encodeToString(reply.sealed()));
        }
        return whole(root);
    }

    /** The answer that stands in the XML; refused unless it is of the form. */
    public static CopyReply readReply(byte[] xml) throws StrictXml.NotRead {
        var root = read(xml, REPLY);
        var outcome = CopyOutcome.valueOf(constant(root, "outcome"));
        var sealed = text(root, "sealed");
        if ((outcome == CopyOutcome.TOLD) != (sealed != null)) {
            throw new StrictXml.NotRead("told without what is told, or the other way round", null);
        }
        return new CopyReply(UUID.fromString(text(root, "request")), outcome, sealed == null ? null : Base64.getDecoder().decode(sealed));
    }

    /** What a copy says, before it is sealed. */
    public static byte[] write(CopyItems items) throws StrictXml.NotRead {
        var root = begin(ITEMS);
        add(root, "as-of", items.asOf());
        add(root, "whole", items.whole());
        addIf(root, "head", items.head());
        for (var one : items.persons()) {
            var at = add(root, "person", null);
            add(at, "name", one.name());
            addIf(at, "roman-name", one.romanName());
            add(at, "born", one.birthDate());
            add(at, "sex", one.sex());
            add(at, "foreign", one.foreign());
            add(at, "resident-since", one.becameResident());
            add(at, "address", one.address());
            addIf(at, "settled-on", one.settledOn());
            addIf(at, "notified-on", one.notifiedOn());
            addIf(at, "previous-address", one.previousAddress());
            addIf(at, "relationship", one.relationship());
        }
        return whole(root);
    }

    /** What a copy says, after it was opened. */
    public static CopyItems readItems(byte[] xml) throws StrictXml.NotRead {
        var root = read(xml, ITEMS);
        var items = new CopyItems(LocalDate.parse(text(root, "as-of")), Boolean.parseBoolean(text(root, "whole")), line(text(root, "head")),
                children(root, "person").stream().map(WideCopyXml::person).toList());
        if (items.persons().stream().anyMatch(one -> isUnnamed(List.of(one.name(), one.address())))) {
            throw new StrictXml.NotRead("nobody named", null);
        }
        return items;
    }

    private static CopyPerson person(Element at) {
        return new CopyPerson(line(text(at, "name")), line(text(at, "roman-name")), LocalDate.parse(text(at, "born")), text(at, "sex"),
                Boolean.parseBoolean(text(at, "foreign")), LocalDate.parse(text(at, "resident-since")), line(text(at, "address")), day(at, "settled-on"),
                day(at, "notified-on"), line(text(at, "previous-address")), line(text(at, "relationship")));
    }

    private static Element begin(String name) {
        Document document = StrictXml.empty();
        var root = document.createElementNS(NAMESPACE, name);
        document.appendChild(root);
        return root;
    }

    private static byte[] whole(Element root) throws StrictXml.NotRead {
        var xml = StrictXml.write(root.getOwnerDocument());
        StrictXml.require(StrictXml.read(xml, LARGEST), SCHEMA);
        return xml;
    }

    private static Element read(byte[] xml, String name) throws StrictXml.NotRead {
        var document = StrictXml.read(xml, LARGEST);
        StrictXml.require(document, SCHEMA);
        var root = document.getDocumentElement();
        if (!name.equals(root.getLocalName())) {
            throw new StrictXml.NotRead("not " + name, null);
        }
        return root;
    }

    private static void addIf(Element parent, String name, Object text) {
        if (text != null) {
            add(parent, name, text);
        }
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

    private static LocalDate day(Element parent, String name) {
        var text = text(parent, name);
        return text == null ? null : LocalDate.parse(text);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String constant(Element parent, String name) {
        return text(parent, name).toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** What nobody sees stands in no name; null stays null. */
    private static String line(String text) {
        return text == null ? null : VisibleText.of(text).strip();
    }
}
