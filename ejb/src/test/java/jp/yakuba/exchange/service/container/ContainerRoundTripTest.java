package jp.yakuba.exchange.service.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import jp.yakuba.exchange.api.ExchangeFault;
import jp.yakuba.exchange.api.LetterHead;
import jp.yakuba.exchange.api.LetterMark;
import jp.yakuba.kernel.Sha256;
import jp.yakuba.signature.api.Proof;
import jp.yakuba.signature.service.SigningFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("コンテナを作り、開く")
class ContainerRoundTripTest {
    private static final long LARGE = 40L * 1024 * 1024;
    private static final long HELD = 4L * 1024 * 1024;

    @TempDir
    private Path folder;

    private SigningFixture office;
    private ContainerPress press;
    private ContainerCheck check;

    @BeforeEach
    void open() {
        office = new SigningFixture(folder.resolve("keys"), Instant.now());
        office.nameKeys();
        press = new ContainerPress(office.containers(Instant::now));
        check = new ContainerCheck(office.containers(Instant::now));
    }

    @AfterEach
    void close() {
        office.close();
    }

    private SealedContainer sealed(Path target, ContainerPress.Source... attachments) throws IOException, ContainerRefused {
        return press.seal(LetterFixture.head(), LetterFixture.source("通知.pdf", "application/pdf", LetterFixture.PDF), List.of(attachments), office.hand(), target);
    }

    private Checked checked(Path file) throws IOException, ContainerRefused {
        return check.check(file, LetterFixture.RECIPIENT, LetterFixture.SENDER);
    }

    @Test
    @DisplayName("作ったとおりに開く:鑑、本文、添付、署名者、検証の報告")
    void whatWasMadeIsOpened() throws Exception {
        var target = folder.resolve("letter.asice");
        var sealed = sealed(target, LetterFixture.source("別紙 一(案).TXT", "text/plain", LetterFixture.TEXT), LetterFixture.source("名簿", "text/csv", new byte[0]));
        assertThat(sealed.size()).isEqualTo(Files.size(target));
        assertThat(sealed.sha256()).isEqualTo(Sha256.hex(Files.readAllBytes(target)));
        assertThat(sealed.head().parts()).extracting("path").containsExactly("document.pdf", "attachments/0001.txt", "attachments/0002");
        try (var checked = checked(target)) {
            assertThat(checked.head()).isEqualTo(sealed.head());
            assertThat(checked.open(checked.head().parts().get(0)).readAllBytes()).isEqualTo(LetterFixture.PDF);
            assertThat(checked.open(checked.head().attachments().get(0)).readAllBytes()).isEqualTo(LetterFixture.TEXT);
            assertThat(checked.open(checked.head().attachments().get(1)).readAllBytes()).isEmpty();
            assertThat(checked.signer().organization()).isEqualTo("LG:JP-" + LetterFixture.SENDER);
            assertThat(new String(checked.report(), StandardCharsets.UTF_8)).contains("TOTAL_PASSED");
        }
    }

    @Test
    @DisplayName("相手が断る手紙は作らず、途中のファイルも残さない")
    void whatWouldBeRefusedIsNotMade() throws IOException {
        var target = folder.resolve("letter.asice");
        assertThatExceptionOfType(ContainerRefused.class)
                .isThrownBy(() -> press.seal(LetterFixture.head(), LetterFixture.source("表.html", "text/html", LetterFixture.PDF), List.of(), office.hand(), target))
                .satisfies(refused -> assertThat(refused.fault()).isEqualTo(ExchangeFault.DOCUMENT_TYPE));
        assertThat(target).doesNotExist();
        var shorter = new ContainerPress.Source("短い.txt", "text/plain", 100, () -> new ByteArrayInputStream(new byte[99]));
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> sealed(target, shorter)).withMessageContaining("another size");
        var longer = new ContainerPress.Source("長い.txt", "text/plain", 10, () -> new ByteArrayInputStream(new byte[99]));
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> sealed(target, longer)).withMessageContaining("another size");
        assertThat(target).doesNotExist();
    }

    @Test
    @DisplayName("タイムスタンプと保管用の証拠を足しても、中身と署名は同じまま有効")
    void proofIsAdded() throws Exception {
        var target = folder.resolve("letter.asice");
        var sealed = sealed(target, LetterFixture.source("別紙.txt", "text/plain", LetterFixture.TEXT));
        var stamped = press.extend(target, folder.resolve("stamped.asice"), Proof.STAMP);
        assertThat(stamped.container().head()).isEqualTo(sealed.head());
        var kept = press.extend(folder.resolve("stamped.asice"), folder.resolve("kept.asice"), Proof.KEEPING);
        assertThat(kept.stampUntil()).isAfter(Instant.now());
        try (var checked = checked(folder.resolve("kept.asice"))) {
            assertThat(checked.head()).isEqualTo(sealed.head());
            assertThat(checked.seal().provenAt()).isNotNull();
        }
    }

    @Test
    @DisplayName("40MBの添付を作り、開き、証拠を足しても、使う記憶は小さな手紙と変わらない")
    void memoryStaysFlat() throws Exception {
        var small = LetterFixture.source("小.bin", "application/octet-stream", new byte[10]);
        var large = new ContainerPress.Source("大.bin", "application/octet-stream", LARGE, () -> new Noise(LARGE));
        allocatedBy(small);
        long usual = allocatedBy(small);
        assertThat(allocatedBy(large)).isLessThan(usual + HELD);
        assertThat(Files.size(folder.resolve("letter.asice"))).isGreaterThan(LARGE);
    }

    private long allocatedBy(ContainerPress.Source attachment) throws Exception {
        var meter = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = meter.getCurrentThreadAllocatedBytes();
        sealed(folder.resolve("letter.asice"), attachment);
        checked(folder.resolve("letter.asice")).close();
        press.extend(folder.resolve("letter.asice"), folder.resolve("stamped.asice"), Proof.STAMP);
        return meter.getCurrentThreadAllocatedBytes() - before;
    }

    /** Bytes that pack badly, made while they are read. */
    private static final class Noise extends InputStream {
        private final Random random = new Random(1);
        private long left;

        Noise(long size) {
            left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? random.nextInt(256) : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int made = (int) Math.min(length, left);
            for (int at = offset; at < offset + made; at += 8) {
                target[at] = (byte) random.nextInt();
            }
            left -= made;
            return made;
        }
    }

    @Test
    @DisplayName("鑑は書いたとおりに読め、親展・返信先・サービスの版も運ぶ")
    void headsAreReadAsWritten() throws Exception {
        var letter = new LetterFixture();
        letter.ask("inquiry", LetterFixture.TEXT);
        var head = LetterFixture.head();
        var full = new LetterHead(head.messageId(), head.conversationId(), 7, head.sender(), head.recipient(), head.number(), head.date(), "題 & <件> \"𠮷野\"",
                LetterMark.PERSONAL, UUID.randomUUID(), null, "inquiry", 3, letter.parts);
        assertThat(HeadXml.read(HeadXml.write(full))).isEqualTo(full);
    }
}
