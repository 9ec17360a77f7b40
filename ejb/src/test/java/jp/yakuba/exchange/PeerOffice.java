package jp.yakuba.exchange;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.yakuba.exchange.api.LetterHead;
import jp.yakuba.exchange.api.LetterMark;
import jp.yakuba.exchange.api.OpenTransfer;
import jp.yakuba.exchange.api.ServicePart;
import jp.yakuba.exchange.service.container.ContainerPress;
import jp.yakuba.kernel.Sha256;
import jp.yakuba.signature.service.SigningFixture;

/** Another office, as far as a test needs one: it seals letters with a key of its own. */
public final class PeerOffice {
    private final String code;
    private final SigningFixture keys;
    private final ContainerPress press;

    public PeerOffice(String code, SigningFixture keys, ContainerPress press) {
        this.code = code;
        this.keys = keys;
        this.press = press;
    }

    /** A message as it goes over the line. */
    public record Message(LetterHead head, byte[] container) {
        public UUID id() {
            return head.messageId();
        }

        OpenTransfer.Place place(UUID previous) {
            return new OpenTransfer.Place(head.conversationId(), head.sequence(), previous);
        }

        public OpenTransfer whole(UUID previous) {
            return OpenTransfer.whole(id(), place(previous), head.service(), container.length, Sha256.hex(container));
        }

        /** Announced in pieces of so many bytes. */
        OpenTransfer inPieces(int bytes) {
            return new OpenTransfer(id(), head.conversationId(), head.sequence(), null, head.service(), container.length, Sha256.hex(container), bytes,
                    pieces(bytes).stream().map(Sha256::hex).toList());
        }

        List<byte[]> pieces(int bytes) {
            var pieces = new ArrayList<byte[]>();
            for (int from = 0; from < container.length; from += bytes) {
                pieces.add(java.util.Arrays.copyOfRange(container, from, Math.min(container.length, from + bytes)));
            }
            return pieces;
        }
    }

    Message letter(String title) throws Exception {
        return letter(title, UUID.randomUUID(), 1, LetterMark.ORDINARY, "016373");
    }

    Message letter(String title, UUID conversation, int sequence, LetterMark mark, String to) throws Exception {
        var head = new LetterHead(UUID.randomUUID(), conversation, sequence, new LetterHead.Party(code, "試験市", "総務部総務課"),
                new LetterHead.Party(to, "芽室町", null), "試総第" + (int) (Math.random() * 100_000) + "号", LocalDate.of(2026, 11, 20), title, mark, null,
                LocalDate.of(2026, 12, 25), LetterHead.LETTER, List.of());
        var target = Files.createTempFile("peer", ".asice");
        try {
            var sealed = press.seal(head, source("照会.pdf", "application/pdf", PDF), List.of(source("別紙.csv", "text/csv", "番号,名\n1,芽室\n")),
                    keys.handOf(code), target);
            return new Message(sealed.head(), Files.readAllBytes(target));
        } finally {
            Files.deleteIfExists(target);
        }
    }

    /** A letter of a service; replyTo is null unless it answers. */
    public Message service(String title, UUID conversation, UUID replyTo, ServicePart part) throws Exception {
        var head = new LetterHead(UUID.randomUUID(), conversation, 1, new LetterHead.Party(code, "試験市", "総務部総務課"),
                new LetterHead.Party("016373", "芽室町", null), "試総第" + (int) (Math.random() * 100_000) + "号", LocalDate.of(2026, 11, 20), title,
                LetterMark.ORDINARY, replyTo, LocalDate.of(2026, 12, 25), part.service(), part.version(), List.of());
        var target = Files.createTempFile("peer", ".asice");
        try {
            var contents = new ContainerPress.Contents(source("照会.pdf", "application/pdf", PDF), List.of(source("別紙.csv", "text/csv", "番号,名\n1,芽室\n")),
                    part.content());
            var sealed = press.seal(head, contents, keys.handOf(code), target);
            return new Message(sealed.head(), Files.readAllBytes(target));
        } finally {
            Files.deleteIfExists(target);
        }
    }

    private static ContainerPress.Source source(String name, String type, String content) {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        return new ContainerPress.Source(name, type, bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    private static final String PDF = """
            %PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
            trailer<</Root 1 0 R>>
            %%EOF
            """;
}
