package jp.yakuba.kernel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** XML from strangers: no types, no entities, nothing fetched, no more than so many bytes. The platform's own parser, whatever the server brings. */
public final class StrictXml {
    private static final String FEATURES = "http://apache.org/xml/features/";
    /** Elements within elements: many would overrun whoever walks through them. */
    private static final String DEEPEST = "http://www.oracle.com/xml/jaxp/properties/maxElementDepth";
    private static final ErrorHandler SILENT = new Silent();

    private StrictXml() {}

    /** What is not XML, or more than was agreed. */
    public static class NotRead extends Exception {
        private static final long serialVersionUID = 1L;

        public NotRead(String words, Throwable cause) {
            super(words, cause);
        }

        /** Which rule of the form it breaks, without what stands there, which may be somebody's secret. */
        public String rule() {
            var words = String.valueOf(getMessage());
            int end = words.indexOf(':');
            return words.startsWith("cvc-") && end > 0 ? words.substring(0, end) : "not of the form";
        }
    }

    /** The document; refused if it declares types or is larger than so many bytes. */
    public static Document read(byte[] xml, int largest) throws NotRead {
        if (xml.length > largest) {
            throw new NotRead("more than " + largest + " bytes", null);
        }
        try {
            return builder().parse(new ByteArrayInputStream(xml));
        } catch (SAXException | IOException broken) {
            throw new NotRead(broken.getMessage(), broken);
        }
    }

    /** An empty document. */
    public static Document empty() {
        return builder().newDocument();
    }

    /** The document in UTF-8. */
    public static byte[] write(Document document) {
        try {
            var out = new ByteArrayOutputStream();
            var factory = TransformerFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            var writer = factory.newTransformer();
            writer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            writer.transform(new DOMSource(document), new StreamResult(out));
            return out.toByteArray();
        } catch (TransformerException impossible) {
            throw new IllegalStateException("The platform's transformer writes no XML", impossible);
        }
    }

    /** The schema at the place; it may name no other. */
    public static Schema schema(URL place) {
        try (var in = place.openStream()) {
            var factory = SchemaFactory.newDefaultInstance();
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return factory.newSchema(new StreamSource(in));
        } catch (SAXException | IOException missing) {
            throw new IllegalStateException("No schema at " + place, missing);
        }
    }

    /** Refuses a document that is not as the schema says. */
    public static void require(Document document, Schema schema) throws NotRead {
        try {
            var validator = schema.newValidator();
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            validator.validate(new DOMSource(document));
        } catch (SAXException | IOException other) {
            throw new NotRead(other.getMessage(), other);
        }
    }

    private static DocumentBuilder builder() {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(FEATURES + "disallow-doctype-decl", true);
            factory.setFeature(FEATURES + "nonvalidating/load-external-dtd", false);
            factory.setAttribute(DEEPEST, "100");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(SILENT);
            return builder;
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("The platform's parser knows no strictness", impossible);
        }
    }

    /** Says nothing on the console; what is wrong is thrown. */
    private static final class Silent implements ErrorHandler {
        @Override
        public void warning(SAXParseException hint) {
            // no document is refused for it
        }

        @Override
        public void error(SAXParseException wrong) throws SAXParseException {
            throw wrong;
        }

        @Override
        public void fatalError(SAXParseException wrong) throws SAXParseException {
            throw wrong;
        }
    }
}
