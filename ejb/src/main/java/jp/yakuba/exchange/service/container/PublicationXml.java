package jp.yakuba.exchange.service.container;

import static jp.yakuba.exchange.service.container.ContainerRefused.require;
import static jp.yakuba.exchange.service.container.XmlParts.add;
import static jp.yakuba.exchange.service.container.XmlParts.children;
import static jp.yakuba.exchange.service.container.XmlParts.text;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import javax.xml.validation.Schema;
import jp.yakuba.exchange.api.ExchangeFault;
import jp.yakuba.exchange.api.PublicationDesk;
import jp.yakuba.exchange.api.PublishedItem;
import jp.yakuba.kernel.StrictXml;
import jp.yakuba.signature.api.Hand;
import jp.yakuba.signature.api.XmlSigning;
import org.w3c.dom.Element;

/** Pages of publications: what an office publishes for another, signed by it. */
@ApplicationScoped
public class PublicationXml {
    private static final int LARGEST = 1024 * 1024;
    private static final Schema SCHEMA = StrictXml.schema(PublicationXml.class.getResource("/jp/yakuba/exchange/publication.v1.xsd"));

    private XmlSigning signing;

    protected PublicationXml() {
        // for the container
    }

    /** For the container and tests. */
    @Inject
    public PublicationXml(XmlSigning signing) {
        this.signing = signing;
    }

    /** The page, signed. */
    public byte[] write(PublicationPage page, Hand hand) {
        var document = StrictXml.empty();
        var root = document.createElementNS(XmlParts.NAMESPACE, "publication");
        root.setAttribute("version", "1");
        document.appendChild(root);
        add(root, "id", page.id());
        add(root, "name", page.question().name());
        add(root, "publisher", page.question().publisher());
        add(root, "recipient", page.question().recipient());
        add(root, "since", page.question().since());
        add(root, "state", page.state());
        add(root, "latest", page.latest());
        add(root, "at", page.at().truncatedTo(ChronoUnit.MILLIS));
        page.items().forEach(item -> write(item, add(root, "item")));
        return signing.sign(StrictXml.write(document), hand);
    }

    private static void write(PublishedItem item, Element element) {
        element.setAttribute("key", item.key());
        element.setAttribute("serial", String.valueOf(item.serial()));
        if (item.forget() > 0) {
            element.setAttribute("forget", String.valueOf(item.forget()));
        }
        if (item.isWithdrawn()) {
            add(element, "withdrawn");
        } else {
            add(element, "content", Base64.getEncoder().encodeToString(item.content()));
        }
    }

    /** The page, if the publisher signed it and it answers this very question. */
    public PublicationPage read(byte[] xml, PublicationPage.Question question) throws ContainerRefused {
        var root = root(xml);
        var asked = new PublicationPage.Question(text(root, "name"), text(root, "publisher"), text(root, "recipient"), PublicationState.of(text(root, "since")));
        require(asked.equals(question), ExchangeFault.ANSWER_OTHER, "a page of " + asked);
        SealFaults.require(signing.check(xml), question.publisher());
        var page = new PublicationPage(UUID.fromString(text(root, "id")), asked, PublicationState.of(text(root, "state")),
                Long.parseLong(text(root, "latest")), Instant.parse(text(root, "at")), items(root));
        require(isInOrder(page), ExchangeFault.ANSWER_INVALID, "serials that do not fit together");
        return page;
    }

    /** The items of a page that was believed when it came; its signature is not looked at again. */
    public List<PublishedItem> items(byte[] xml) throws ContainerRefused {
        return items(root(xml));
    }

    private static Element root(byte[] xml) throws ContainerRefused {
        try {
            var document = StrictXml.read(xml, LARGEST);
            StrictXml.require(document, SCHEMA);
            return document.getDocumentElement();
        } catch (StrictXml.NotRead broken) {
            throw new ContainerRefused(ExchangeFault.ANSWER_INVALID, broken.rule());
        }
    }

    private static List<PublishedItem> items(Element root) throws ContainerRefused {
        var items = new ArrayList<PublishedItem>();
        for (var element : children(root, "item")) {
            byte[] content = null;
            if (!children(element, "content").isEmpty()) {
                content = Base64.getMimeDecoder().decode(text(element, "content"));
                require(content.length > 0 && content.length <= PublicationDesk.LARGEST_ITEM, ExchangeFault.ANSWER_INVALID, "an item too large or empty");
            }
            items.add(new PublishedItem(element.getAttribute("key"), Long.parseLong(element.getAttribute("serial")),
                    element.hasAttribute("forget") ? Long.parseLong(element.getAttribute("forget")) : 0, content));
        }
        return items;
    }

    /** Serials grow from the state that was asked for to the one that is told, no item comes twice, and a page before the last brings something. */
    private static boolean isInOrder(PublicationPage page) {
        long before = page.question().since().serial();
        var keys = new HashSet<String>();
        for (var item : page.items()) {
            if (item.serial() <= before || item.forget() > item.serial() || !keys.add(item.key())) {
                return false;
            }
            before = item.serial();
        }
        var state = page.state().serial();
        return before <= state && state <= page.latest() && (page.isLast() || !page.items().isEmpty() && before == state);
    }
}
