package jp.yakuba.exchange.service.container;

import static jp.yakuba.exchange.service.container.XmlParts.add;
import static jp.yakuba.exchange.service.container.XmlParts.child;
import static jp.yakuba.exchange.service.container.XmlParts.children;
import static jp.yakuba.exchange.service.container.XmlParts.optional;
import static jp.yakuba.exchange.service.container.XmlParts.text;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import javax.xml.validation.Schema;
import jp.yakuba.exchange.api.ExchangeFault;
import jp.yakuba.exchange.api.LetterHead;
import jp.yakuba.exchange.api.LetterMark;
import jp.yakuba.exchange.api.LetterPart;
import jp.yakuba.kernel.StrictXml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A head as {@code head.xml}. */
public final class HeadXml {
    /** Most bytes of a head. */
    public static final int LARGEST = 256 * 1024;
    private static final Schema SCHEMA = StrictXml.schema(HeadXml.class.getResource("/jp/yakuba/exchange/head.v1.xsd"));

    private HeadXml() {}

    /** The head in XML; one that the recipient would refuse is refused here. */
    public static byte[] write(LetterHead head) throws ContainerRefused {
        var document = StrictXml.empty();
        var letter = document.createElementNS(XmlParts.NAMESPACE, "letter");
        letter.setAttribute("version", "1");
        document.appendChild(letter);
        add(letter, "messageId", head.messageId());
        add(letter, "conversationId", head.conversationId());
        add(letter, "sequence", head.sequence());
        party(add(letter, "sender"), head.sender());
        party(add(letter, "recipient"), head.recipient());
        add(letter, "number", head.number());
        add(letter, "date", head.date());
        add(letter, "title", head.title());
        add(letter, "mark", head.mark().name().toLowerCase(Locale.ROOT));
        add(letter, "replyTo", head.replyTo());
        add(letter, "deadline", head.deadline());
        service(letter, head);
        var parts = add(letter, "parts");
        head.parts().forEach(part -> part(add(parts, "part"), part));
        requireForm(document);
        HeadRules.require(head);
        return StrictXml.write(document);
    }

    /** The head that stands in the XML; refused if it is not of the form, or a field is out of its rule. */
    public static LetterHead read(byte[] xml) throws ContainerRefused {
        ContainerRefused.require(xml.length <= LARGEST, ExchangeFault.HEAD_TOO_LARGE, xml.length + " bytes");
        var document = document(xml);
        requireForm(document);
        var letter = document.getDocumentElement();
        var parts = children(child(letter, "parts"), "part").stream().map(HeadXml::part).toList();
        var head = new LetterHead(UUID.fromString(text(letter, "messageId")), UUID.fromString(text(letter, "conversationId")),
                Integer.parseInt(text(letter, "sequence")), party(child(letter, "sender")), party(child(letter, "recipient")), text(letter, "number"),
                LocalDate.parse(text(letter, "date")), text(letter, "title"), LetterMark.valueOf(text(letter, "mark").toUpperCase(Locale.ROOT)),
                uuid(optional(letter, "replyTo")), day(optional(letter, "deadline")), text(letter, "service"),
                version(child(letter, "service")), parts);
        HeadRules.require(head);
        return head;
    }

    private static Document document(byte[] xml) throws ContainerRefused {
        try {
            return StrictXml.read(xml, LARGEST);
        } catch (StrictXml.NotRead broken) {
            throw new ContainerRefused(ExchangeFault.HEAD_UNREADABLE, broken.getMessage());
        }
    }

    private static void requireForm(Document document) throws ContainerRefused {
        try {
            StrictXml.require(document, SCHEMA);
        } catch (StrictXml.NotRead other) {
            throw new ContainerRefused(ExchangeFault.HEAD_INVALID, other.rule());
        }
    }

    private static void service(Element letter, LetterHead head) {
        var service = add(letter, "service");
        service.setTextContent(head.service());
        if (head.serviceVersion() > 0) {
            service.setAttribute("version", Integer.toString(head.serviceVersion()));
        }
    }

    private static int version(Element service) {
        return service.hasAttribute("version") ? Integer.parseInt(service.getAttribute("version")) : 0;
    }

    private static void party(Element at, LetterHead.Party party) {
        add(at, "code", party.code());
        add(at, "name", party.name());
        add(at, "section", party.section());
    }

    private static LetterHead.Party party(Element at) {
        return new LetterHead.Party(text(at, "code"), text(at, "name"), optional(at, "section"));
    }

    private static void part(Element at, LetterPart part) {
        at.setAttribute("role", part.role().name().toLowerCase(Locale.ROOT));
        add(at, "path", part.path());
        add(at, "displayName", part.displayName());
        add(at, "mediaType", part.mediaType());
        add(at, "size", part.size());
        add(at, "sha256", part.sha256());
    }

    private static LetterPart part(Element at) {
        return new LetterPart(text(at, "path"), text(at, "displayName"), text(at, "mediaType"), Long.parseLong(text(at, "size")), text(at, "sha256"),
                LetterPart.Role.valueOf(at.getAttribute("role").toUpperCase(Locale.ROOT)));
    }

    private static UUID uuid(String text) {
        return text == null ? null : UUID.fromString(text);
    }

    private static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
