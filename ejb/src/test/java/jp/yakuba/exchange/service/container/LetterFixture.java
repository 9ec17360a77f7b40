package jp.yakuba.exchange.service.container;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import jp.yakuba.exchange.api.LetterHead;
import jp.yakuba.exchange.api.LetterMark;
import jp.yakuba.exchange.api.LetterPart;
import jp.yakuba.kernel.Sha256;
import jp.yakuba.signature.api.SignedFile;

/** A letter from 芽室町 to 東大和市 with its files, whole or forged. For tests. */
public final class LetterFixture {
    public static final String SENDER = "016373";
    public static final String RECIPIENT = "132209";
    public static final byte[] PDF = "%PDF-1.7\n本文\n%%EOF\n".getBytes(StandardCharsets.UTF_8);
    public static final byte[] TEXT = "別紙一\n".repeat(20).getBytes(StandardCharsets.UTF_8);

    /** What lies in the container but mimetype, manifest and signature, in order. */
    final Map<String, byte[]> files = new LinkedHashMap<>();
    final List<LetterPart> parts = new ArrayList<>();
    LetterHead head = head();
    /** Changes the head's XML before it is signed. */
    UnaryOperator<String> headXml = UnaryOperator.identity();

    /** A letter with two attachments. */
    LetterFixture() {
        part(ContainerNames.DOCUMENT, "通知.pdf", "application/pdf", PDF, LetterPart.Role.DOCUMENT);
        part("attachments/0001.txt", "別紙一.txt", "text/plain", TEXT, LetterPart.Role.ATTACHMENT);
        part("attachments/0002.csv", "一覧.csv", "text/csv", "番号,名\n1,芽室\n".getBytes(StandardCharsets.UTF_8), LetterPart.Role.ATTACHMENT);
    }

    /** A head without parts. */
    public static LetterHead head() {
        return new LetterHead(UUID.randomUUID(), UUID.randomUUID(), 1, new LetterHead.Party(SENDER, "芽室町", "総務課"),
                new LetterHead.Party(RECIPIENT, "東大和市", null), "芽総第12号", LocalDate.of(2026, 11, 28), "事務の引継ぎについて(照会)", LetterMark.ORDINARY, null,
                LocalDate.of(2026, 12, 28), LetterHead.LETTER, List.of());
    }

    /** The letter as one of a service, with a part for programs. */
    void ask(String service, byte[] xml) {
        head = head.with(service, 1);
        part(ContainerNames.SERVICE, ContainerNames.SERVICE, "text/xml", xml, LetterPart.Role.SERVICE);
    }

    static ContainerPress.Source source(String name, String type, byte[] bytes) {
        return new ContainerPress.Source(name, type, bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    void part(String path, String name, String type, byte[] bytes, LetterPart.Role role) {
        files.put(path, bytes);
        parts.add(new LetterPart(path, name, type, bytes.length, Sha256.hex(bytes), role));
    }

    /** The head in XML without asking whether it keeps its rules. */
    byte[] headXml() {
        var out = new StringBuilder("<letter xmlns=\"urn:yakuba:exchange:1\" version=\"1\">");
        element(out, "messageId", head.messageId());
        element(out, "conversationId", head.conversationId());
        element(out, "sequence", head.sequence());
        party(out, "sender", head.sender());
        party(out, "recipient", head.recipient());
        element(out, "number", head.number());
        element(out, "date", head.date());
        element(out, "title", head.title());
        element(out, "mark", "ordinary");
        element(out, "deadline", head.deadline());
        out.append("<service").append(head.serviceVersion() == 0 ? "" : " version=\"" + head.serviceVersion() + "\"").append('>').append(head.service())
                .append("</service>");
        out.append("<parts>");
        for (var part : parts) {
            out.append("<part role=\"").append(part.role().name().toLowerCase(Locale.ROOT)).append("\">");
            element(out, "path", part.path());
            element(out, "displayName", part.displayName());
            element(out, "mediaType", part.mediaType());
            element(out, "size", part.size());
            element(out, "sha256", part.sha256());
            out.append("</part>");
        }
        return headXml.apply(out.append("</parts></letter>").toString()).getBytes(StandardCharsets.UTF_8);
    }

    private static void party(StringBuilder out, String name, LetterHead.Party party) {
        out.append('<').append(name).append('>');
        element(out, "code", party.code());
        element(out, "name", party.name());
        if (party.section() != null) {
            element(out, "section", party.section());
        }
        out.append("</").append(name).append('>');
    }

    private static void element(StringBuilder out, String name, Object text) {
        out.append('<').append(name).append('>').append(text).append("</").append(name).append('>');
    }

    /** What an honest sender would sign. */
    List<SignedFile> signed(byte[] xml) {
        return SignedFiles.of(xml, parts, part -> () -> new ByteArrayInputStream(files.get(part.path())));
    }

    /** The container with the signature over the head; what lies in it may be changed before it is written. */
    RawZip zip(byte[] xml, byte[] signature) {
        var zip = new RawZip();
        zip.add(ContainerNames.MIMETYPE, ManifestXml.CONTAINER.getBytes(StandardCharsets.US_ASCII));
        files.forEach(zip::add);
        zip.add(ContainerNames.HEAD, xml);
        zip.add(ContainerNames.MANIFEST, ManifestXml.write(parts));
        zip.add(ContainerNames.SIGNATURES, signature);
        return zip;
    }
}
