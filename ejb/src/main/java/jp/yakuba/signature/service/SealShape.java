package jp.yakuba.signature.service;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import jp.yakuba.kernel.StrictXml;
import jp.yakuba.signature.api.SealFault;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The one form of a signature in XML that is taken, looked at before any of it is believed: one signature at its place, each Id once, and references
 * that can only mean what they seem to mean. Whatever else XML signatures allow is what wrapping and its kin are made of.
 */
final class SealShape {
    private static final String DS = "http://www.w3.org/2000/09/xmldsig#";
    private static final String XADES = "http://uri.etsi.org/01903/v1.3.2#";
    private static final String SIGNED_PROPERTIES = "http://uri.etsi.org/01903#SignedProperties";
    private static final String ENVELOPED = DS + "enveloped-signature";
    private static final int LARGEST = 8 * 1024 * 1024;
    private static final Set<String> IDS = Set.of("id", "Id", "ID", "xml:id");
    private static final Set<String> CANONICAL = Set.of(
            "http://www.w3.org/TR/2001/REC-xml-c14n-20010315", "http://www.w3.org/2006/12/xml-c14n11", "http://www.w3.org/2001/10/xml-exc-c14n#");
    private static final String SHA_256 = "http://www.w3.org/2001/04/xmlenc#sha256";
    private static final Set<String> DIGESTS = Set.of(SHA_256, "http://www.w3.org/2001/04/xmldsig-more#sha384",
            "http://www.w3.org/2001/04/xmlenc#sha512");
    private static final String MORE = "http://www.w3.org/2001/04/xmldsig-more#";
    private static final String MORE_2007 = "http://www.w3.org/2007/05/xmldsig-more#";
    private static final Set<String> SIGNATURES = Set.of(MORE + "rsa-sha256", MORE + "rsa-sha384", MORE + "rsa-sha512",
            MORE + "ecdsa-sha256", MORE + "ecdsa-sha384", MORE + "ecdsa-sha512",
            MORE_2007 + "sha256-rsa-MGF1", MORE_2007 + "sha384-rsa-MGF1", MORE_2007 + "sha512-rsa-MGF1");

    private final Document document;
    private final Element signature;

    private SealShape(Document document, Element signature) {
        this.document = document;
        this.signature = signature;
    }

    /**
     * Looks at a signature beside files: it covers each of them once, and nothing else.
     *
     * @return true if their SHA-256 is all that is needed of them
     */
    static boolean requireBeside(byte[] xml, List<String> files) throws SealRefused {
        var document = read(xml);
        require(is(document.getDocumentElement(), XmlPress.ASIC, "XAdESSignatures"), SealFault.UNREADABLE, "the root is not asic:XAdESSignatures");
        var shape = of(document);
        require(children(document.getDocumentElement()).equals(List.of(shape.signature)), SealFault.WRAPPED, "something stands beside the signature");
        shape.requireForm();
        shape.requireFiles(files);
        return shape.isAboutDigests();
    }

    /** Looks at a signature within an XML: it covers the whole but itself. */
    static void requireWithin(byte[] xml) throws SealRefused {
        var document = read(xml);
        var shape = of(document);
        var siblings = children(document.getDocumentElement());
        require(siblings.get(siblings.size() - 1) == shape.signature, SealFault.WRAPPED, "the signature is not the last child of the root");
        shape.requireForm();
        shape.requireWhole();
    }

    private static Document read(byte[] xml) throws SealRefused {
        try {
            return StrictXml.read(xml, LARGEST);
        } catch (StrictXml.NotRead broken) {
            throw new SealRefused(SealFault.UNREADABLE, broken.getMessage());
        }
    }

    private static SealShape of(Document document) throws SealRefused {
        var found = all(document.getDocumentElement()).stream().filter(one -> is(one, DS, "Signature")).toList();
        require(!found.isEmpty(), SealFault.MISSING, "no signature");
        require(found.size() == 1, SealFault.NOT_ONE, found.size() + " signatures");
        require(found.get(0).getParentNode() == document.getDocumentElement(), SealFault.WRAPPED, "the signature is not a child of the root");
        return new SealShape(document, found.get(0));
    }

    /** What both kinds have in common. */
    private void requireForm() throws SealRefused {
        requireEachIdOnce();
        requireNone("RetrievalMethod", SealFault.REFERENCE);
        require(all(signature).stream().noneMatch(one -> "SignaturePolicyId".equals(one.getLocalName())), SealFault.REFERENCE, "a policy that lies elsewhere");
        requireNone("Manifest", SealFault.WRAPPED);
        requireNone("SPKIData", SealFault.WRAPPED);
        var parts = children(signature).stream().map(Element::getLocalName).toList();
        require(parts.equals(List.of("SignedInfo", "SignatureValue", "KeyInfo", "Object")), SealFault.WRAPPED, "the signature consists of " + parts);
        require(all(document.getDocumentElement()).stream().filter(one -> is(one, DS, "SignedInfo")).count() == 1, SealFault.WRAPPED, "more than one SignedInfo");
        var info = children(signature).get(0);
        requireAlgorithm(children(info).get(0), "CanonicalizationMethod", CANONICAL);
        requireAlgorithm(children(info).get(1), "SignatureMethod", SIGNATURES);
        requireProperties();
    }

    private void requireEachIdOnce() throws SealRefused {
        var seen = new HashSet<String>();
        for (var element : all(document.getDocumentElement())) {
            for (var name : IDS) {
                require(!element.hasAttribute(name) || seen.add(element.getAttribute(name)), SealFault.WRAPPED, "an Id twice");
            }
        }
    }

    private void requireNone(String name, SealFault fault) throws SealRefused {
        require(all(signature).stream().noneMatch(one -> is(one, DS, name)), fault, name);
    }

    /** The one reference to the signed properties leads to the place where they belong. */
    private void requireProperties() throws SealRefused {
        var object = children(signature).get(3);
        require(children(object).size() == 1 && is(children(object).get(0), XADES, "QualifyingProperties"), SealFault.WRAPPED, "the object holds something else");
        var qualifying = children(object).get(0);
        var properties = children(qualifying).stream().filter(one -> is(one, XADES, "SignedProperties")).toList();
        require(properties.size() == 1, SealFault.WRAPPED, "signed properties: " + properties.size());
        require(qualifying.getAttribute("Target").equals("#" + signature.getAttribute("Id")), SealFault.WRAPPED, "properties of another signature");
        var to = references().stream().filter(one -> one.getAttribute("Type").equals(SIGNED_PROPERTIES)).toList();
        require(to.size() == 1 && to.get(0).getAttribute("URI").equals("#" + properties.get(0).getAttribute("Id")), SealFault.WRAPPED,
                "the properties are not signed");
        require(CANONICAL.containsAll(transforms(to.get(0))), SealFault.REFERENCE, "transforms of the properties");
    }

    private void requireFiles(List<String> files) throws SealRefused {
        var open = new ArrayList<>(files);
        for (var reference : others()) {
            require(reference.hasAttribute("URI"), SealFault.REFERENCE, "a reference without address");
            var uri = reference.getAttribute("URI");
            require(!uri.startsWith("#"), SealFault.WRAPPED, "a reference into the XML: " + uri);
            require(transforms(reference).isEmpty(), SealFault.REFERENCE, "transforms of " + uri);
            require(open.remove(uri), SealFault.REFERENCE, "a reference to " + uri);
        }
        require(open.isEmpty(), SealFault.UNSIGNED, "unsigned: " + open);
    }

    /** An archive time stamp covers the bytes themselves, and another digest is made of them. */
    private boolean isAboutDigests() throws SealRefused {
        return all(signature).stream().noneMatch(one -> "ArchiveTimeStamp".equals(one.getLocalName()))
                && others().stream().flatMap(one -> children(one).stream()).filter(one -> is(one, DS, "DigestMethod"))
                        .allMatch(one -> one.getAttribute("Algorithm").equals(SHA_256));
    }

    private void requireWhole() throws SealRefused {
        require(others().size() == 1, SealFault.WRAPPED, "references: " + others().size());
        var whole = others().get(0);
        require(whole.hasAttribute("URI") && whole.getAttribute("URI").isEmpty(), SealFault.WRAPPED, "not the whole XML is signed");
        var steps = transforms(whole);
        require(steps.size() == 2 && steps.get(0).equals(ENVELOPED) && CANONICAL.contains(steps.get(1)), SealFault.REFERENCE, "transforms: " + steps);
    }

    private List<Element> references() {
        return children(children(signature).get(0)).stream().filter(one -> is(one, DS, "Reference")).toList();
    }

    /** References but the one to the properties; their digests are strong. */
    private List<Element> others() throws SealRefused {
        for (var reference : references()) {
            var digest = children(reference).stream().filter(one -> is(one, DS, "DigestMethod")).toList();
            require(digest.size() == 1, SealFault.UNREADABLE, "digest methods: " + digest.size());
            requireAlgorithm(digest.get(0), "DigestMethod", DIGESTS);
        }
        return references().stream().filter(one -> !one.getAttribute("Type").equals(SIGNED_PROPERTIES)).toList();
    }

    private static List<String> transforms(Element reference) {
        return all(reference).stream().filter(one -> is(one, DS, "Transform")).map(one -> one.getAttribute("Algorithm")).toList();
    }

    private static void requireAlgorithm(Element method, String name, Set<String> allowed) throws SealRefused {
        require(is(method, DS, name), SealFault.UNREADABLE, name + " is missing");
        require(allowed.contains(method.getAttribute("Algorithm")), SealFault.ALGORITHM_WEAK, method.getAttribute("Algorithm"));
    }

    private static boolean is(Element element, String namespace, String name) {
        return namespace.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }

    private static List<Element> children(Element parent) {
        var nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item)
                .filter(node -> node.getNodeType() == Node.ELEMENT_NODE).map(Element.class::cast).toList();
    }

    /** The element and everything below it. */
    private static List<Element> all(Element top) {
        var below = top.getElementsByTagName("*");
        var found = new ArrayList<Element>(List.of(top));
        IntStream.range(0, below.getLength()).mapToObj(below::item).map(Element.class::cast).forEach(found::add);
        return found;
    }

    private static void require(boolean holds, SealFault fault, String detail) throws SealRefused {
        if (!holds) {
            throw new SealRefused(fault, detail);
        }
    }
}
