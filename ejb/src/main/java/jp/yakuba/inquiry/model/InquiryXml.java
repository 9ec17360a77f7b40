package jp.yakuba.inquiry.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.xml.validation.Schema;
import jp.yakuba.inquiry.api.Given;
import jp.yakuba.inquiry.api.Question;
import jp.yakuba.inquiry.api.QuestionKind;
import jp.yakuba.kernel.StrictXml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Inquiries and answers in the form in which they travel ({@code inquiry.v1.xsd}). */
public final class InquiryXml {
    /** Version of the form. */
    public static final int VERSION = 1;
    /** Most bytes of a part, and of what is kept here to become one. */
    public static final int LARGEST = 4 * 1024 * 1024;
    private static final String NAMESPACE = "urn:yakuba:inquiry:1";
    private static final Schema SCHEMA = StrictXml.schema(InquiryXml.class.getResource("/jp/yakuba/exchange/inquiry.v1.xsd"));

    private InquiryXml() {}

    /** An answer that travels: to which inquiry, and what was given. */
    public record Answered(UUID inquiry, List<Given> given) {
        public Answered {
            given = List.copyOf(given);
        }
    }

    /** The inquiry in XML. */
    public static byte[] write(AskedForm form) {
        var document = StrictXml.empty();
        var root = root(document, "inquiry");
        add(root, "id", form.id());
        add(root, "title", form.title());
        add(root, "explanation", form.explanation());
        add(root, "deadline", form.deadline());
        form.questions().forEach(question -> write(root, question));
        return StrictXml.write(document);
    }

    private static void write(Element root, Question question) {
        var at = add(root, "question", null);
        at.setAttribute("code", question.code());
        at.setAttribute("kind", question.kind().word());
        at.setAttribute("required", String.valueOf(question.required()));
        add(at, "label", question.label());
        optional(at, "hint", question.hint());
        optional(at, "unit", question.unit());
        optional(at, "least", plain(question.least()));
        optional(at, "most", plain(question.most()));
        question.list().forEach(choice -> add(at, "choice", choice));
    }

    /** The answer in XML; what was left empty does not travel. */
    public static byte[] write(Answered answer, List<Question> form) {
        var document = StrictXml.empty();
        var root = root(document, "answer");
        add(root, "id", answer.inquiry());
        for (var question : form) {
            answer.given().stream().filter(one -> one.question().equals(question.code()) && !one.values().stream().allMatch(String::isBlank))
                    .forEach(one -> write(root, question.kind(), one));
        }
        return StrictXml.write(document);
    }

    private static void write(Element root, QuestionKind kind, Given given) {
        var at = add(root, "given", null);
        at.setAttribute("question", given.question());
        for (var value : given.values()) {
            if (kind == QuestionKind.TABLE) {
                var row = add(at, "row", null);
                Arrays.stream(value.split(Given.CELL, -1)).forEach(cell -> add(row, "cell", cell));
            } else {
                add(at, "value", value);
            }
        }
    }

    /** The inquiry that stands in the XML; refused unless it is of the form and every question can be answered. */
    public static AskedForm readInquiry(byte[] xml) throws StrictXml.NotRead {
        read(xml, "inquiry");
        var form = readWritten(xml).clean();
        if (form.title().isEmpty() || !AnswerRules.isDay(form.deadline()) || !AskedForm.isWhole(form.questions())) {
            throw new StrictXml.NotRead("questions that cannot be answered", null);
        }
        return form;
    }

    /** True if another office would take the inquiry. */
    public static boolean travels(byte[] inquiry) {
        try {
            readInquiry(inquiry);
            return true;
        } catch (StrictXml.NotRead other) {
            return false;
        }
    }

    /** An inquiry of this office's own, which may not be whole yet. */
    public static AskedForm readWritten(byte[] xml) throws StrictXml.NotRead {
        var root = StrictXml.read(xml, LARGEST).getDocumentElement();
        var questions = children(root, "question").stream().map(InquiryXml::question).toList();
        return new AskedForm(UUID.fromString(text(root, "id")), text(root, "title"), text(root, "explanation"), LocalDate.parse(text(root, "deadline")),
                questions);
    }

    private static Question question(Element at) {
        return new Question(at.getAttribute("code"), QuestionKind.of(at.getAttribute("kind")), text(at, "label"), text(at, "hint"),
                List.of("true", "1").contains(at.getAttribute("required")), text(at, "unit"), number(text(at, "least")), number(text(at, "most")),
                children(at, "choice").stream().map(Element::getTextContent).toList());
    }

    /** The answer that stands in the XML. */
    public static Answered readAnswer(byte[] xml) throws StrictXml.NotRead {
        var root = read(xml, "answer");
        var given = children(root, "given").stream().map(InquiryXml::given).toList();
        return new Answered(UUID.fromString(text(root, "id")), given.stream().map(CleanText::of).toList());
    }

    /** What this office keeps as answer, which may not be whole yet. */
    public static List<Given> readKept(byte[] xml) throws StrictXml.NotRead {
        return children(StrictXml.read(xml, LARGEST).getDocumentElement(), "given").stream().map(InquiryXml::given).toList();
    }

    private static Given given(Element at) {
        var rows = children(at, "row").stream()
                .map(row -> String.join(Given.CELL, children(row, "cell").stream().map(Element::getTextContent).toList())).toList();
        return new Given(at.getAttribute("question"), rows.isEmpty() ? children(at, "value").stream().map(Element::getTextContent).toList() : rows);
    }

    private static Element read(byte[] xml, String name) throws StrictXml.NotRead {
        var document = StrictXml.read(xml, LARGEST);
        StrictXml.require(document, SCHEMA);
        var root = document.getDocumentElement();
        if (!root.getLocalName().equals(name)) {
            throw new StrictXml.NotRead("no " + name, null);
        }
        return root;
    }

    private static Element root(Document document, String name) {
        var root = document.createElementNS(NAMESPACE, name);
        document.appendChild(root);
        return root;
    }

    private static Element add(Element parent, String name, Object text) {
        var child = parent.getOwnerDocument().createElementNS(NAMESPACE, name);
        if (text != null) {
            child.setTextContent(text.toString());
        }
        parent.appendChild(child);
        return child;
    }

    private static void optional(Element parent, String name, String text) {
        if (text != null && !text.isBlank()) {
            add(parent, name, text);
        }
    }

    private static List<Element> children(Element parent, String name) {
        var nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item)
                .filter(node -> node.getNodeType() == Node.ELEMENT_NODE && name.equals(node.getLocalName())).map(Element.class::cast).toList();
    }

    private static String text(Element parent, String name) {
        return children(parent, name).stream().findFirst().map(Element::getTextContent).orElse(null);
    }

    private static String plain(BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    private static BigDecimal number(String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
