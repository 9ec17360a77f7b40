package jp.yakuba.exchange.service.container;

import static jp.yakuba.exchange.service.container.ContainerRefused.require;
import static jp.yakuba.exchange.service.container.XmlParts.add;
import static jp.yakuba.exchange.service.container.XmlParts.child;
import static jp.yakuba.exchange.service.container.XmlParts.children;
import static jp.yakuba.exchange.service.container.XmlParts.text;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Consumer;
import javax.xml.validation.Schema;
import jp.yakuba.exchange.api.ExchangeFault;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.StrictXml;
import jp.yakuba.kernel.VisibleText;
import jp.yakuba.signature.api.Extended;
import jp.yakuba.signature.api.Hand;
import jp.yakuba.signature.api.Proof;
import jp.yakuba.signature.api.SealReport;
import jp.yakuba.signature.api.XmlSigning;
import org.w3c.dom.Element;

/** Receipts (受領通知) and refusals (否認通知): what the recipient says of a container, signed by it. */
@ApplicationScoped
public class AnswerXml {
    private static final int LARGEST = 256 * 1024;
    /** With the proof that was put behind it: lists of an authority may be long. */
    private static final int LARGEST_KEPT = 8 * 1024 * 1024;
    private static final int LONGEST_WORDS = 300;
    private static final Schema SCHEMA = StrictXml.schema(AnswerXml.class.getResource("/jp/yakuba/exchange/answer.v1.xsd"));

    private XmlSigning signing;
    private OfficeClock clock;

    protected AnswerXml() {
        // for the container
    }

    /** For the container and tests. */
    @Inject
    public AnswerXml(XmlSigning signing, OfficeClock clock) {
        this.signing = signing;
        this.clock = clock;
    }

    /**
     * The container was received and is kept.
     *
     * @param number the own number under which it is kept
     */
    public byte[] receipt(Answer.Letter letter, String number, Hand hand) {
        return signed(letter, answer -> add(add(answer, "received"), "number", number), hand);
    }

    /**
     * The container was refused and nothing of it is kept as received.
     *
     * @param words for people at the other end; what is too long is cut
     */
    public byte[] refusal(Answer.Letter letter, ExchangeFault fault, String words, Hand hand) {
        return signed(letter, answer -> {
            var refused = add(answer, "refused");
            add(refused, "code", fault.code());
            add(refused, "words", line(words, fault));
        }, hand);
    }

    private static String line(String words, ExchangeFault fault) {
        var line = VisibleText.of(words == null ? "" : words).replaceAll("\\s+", " ").strip();
        return line.isEmpty() ? fault.code() : line.substring(0, line.offsetByCodePoints(0, Math.min(LONGEST_WORDS, line.codePointCount(0, line.length()))));
    }

    private byte[] signed(Answer.Letter letter, Consumer<Element> outcome, Hand hand) {
        var document = StrictXml.empty();
        var answer = document.createElementNS(XmlParts.NAMESPACE, "answer");
        answer.setAttribute("version", "1");
        document.appendChild(answer);
        add(answer, "messageId", letter.messageId());
        add(answer, "sha256", letter.sha256());
        add(answer, "sender", letter.sender());
        add(answer, "recipient", letter.recipient());
        add(answer, "at", clock.now().truncatedTo(ChronoUnit.MILLIS));
        outcome.accept(answer);
        return signing.sign(StrictXml.write(document), hand);
    }

    /** The answer, if the office of the code signed it; to which letter it is, whoever asks must compare. */
    public Answer read(byte[] xml, String peerCode) throws ContainerRefused {
        var root = root(xml);
        require(text(root, "recipient").equals(peerCode), ExchangeFault.SENDER_WRONG, "an answer by " + text(root, "recipient"));
        var report = signing.check(xml);
        SealFaults.require(report, peerCode);
        return answer(root, report);
    }

    /** The answer, if the recipient of the letter signed it and it is to this letter. */
    public Answer read(byte[] xml, Answer.Letter expected) throws ContainerRefused {
        var answer = read(xml, expected.recipient());
        require(answer.letter().equals(expected), ExchangeFault.ANSWER_OTHER, "an answer to " + answer.letter().messageId());
        return answer;
    }

    /**
     * What an answer says, and how it stands with its signature.
     *
     * @param fault why it is not signed by the office that it names; null if it is
     * @param outlived true if that is only because its certificate is over, without proof from before
     */
    record Examined(Answer answer, ExchangeFault fault, boolean outlived) {}

    /** Looks at an answer, with or without proof behind it, whoever gave it to whomever; refuses what is none or has no readable signature. */
    Examined examine(byte[] xml) throws ContainerRefused {
        var root = root(xml, LARGEST_KEPT);
        var report = signing.check(xml);
        var fault = SealFaults.find(report, text(root, "recipient"));
        if (report.signer() == null) {
            throw new ContainerRefused(fault.orElse(ExchangeFault.SIGNATURE_UNREADABLE), report.detail());
        }
        return new Examined(answer(root, report), fault.orElse(null), report.outlived());
    }

    /** The same answer with proof behind its signature; {@link jp.yakuba.signature.api.ProofFailed} if none is to be had. */
    public Extended prolong(byte[] xml, Proof proof) {
        return signing.extend(xml, proof);
    }

    private static Element root(byte[] xml) throws ContainerRefused {
        return root(xml, LARGEST);
    }

    private static Element root(byte[] xml, int largest) throws ContainerRefused {
        try {
            var document = StrictXml.read(xml, largest);
            StrictXml.require(document, SCHEMA);
            return document.getDocumentElement();
        } catch (StrictXml.NotRead broken) {
            throw new ContainerRefused(ExchangeFault.ANSWER_INVALID, broken.getMessage());
        }
    }

    private static Answer answer(Element root, SealReport report) {
        var letter = new Answer.Letter(UUID.fromString(text(root, "messageId")), text(root, "sha256"), text(root, "sender"), text(root, "recipient"));
        var at = Instant.parse(text(root, "at"));
        if (!children(root, "received").isEmpty()) {
            return new Answer(letter, at, text(child(root, "received"), "number"), null, report.signer());
        }
        var refused = child(root, "refused");
        return new Answer(letter, at, null, new Answer.Refusal(text(refused, "code"), text(refused, "words")), report.signer());
    }
}
