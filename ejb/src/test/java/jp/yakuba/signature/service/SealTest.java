package jp.yakuba.signature.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import jp.yakuba.kernel.Sha256;
import jp.yakuba.signature.api.ContainerSigning;
import jp.yakuba.signature.api.Hand;
import jp.yakuba.signature.api.Proof;
import jp.yakuba.signature.api.ProofFailed;
import jp.yakuba.signature.api.ProofFault;
import jp.yakuba.signature.api.SealFault;
import jp.yakuba.signature.api.SignedFile;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("XMLの電子署名(コンテナ・受領通知)")
class SealTest {
    private static final Instant NOW = Instant.now();
    private static final byte[] ANSWER = "<answer xmlns=\"urn:x\"><at>今</at></answer>".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private SigningFixture office;
    private ContainerSigning signing;
    private final AtomicInteger opened = new AtomicInteger();

    @BeforeEach
    void open() {
        office = new SigningFixture(folder, NOW);
        office.nameKeys();
        signing = office.containers(Instant::now);
    }

    @AfterEach
    void close() {
        office.close();
    }

    private SignedFile file(String name, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return new SignedFile(name, "text/plain", Sha256.hex(bytes), () -> {
            opened.incrementAndGet();
            return new ByteArrayInputStream(bytes);
        });
    }

    private List<SignedFile> files() {
        return List.of(file("head.xml", "頭"), file("attachments/0001.txt", "添付"));
    }

    @Test
    @DisplayName("並ぶファイルへの署名は、ファイルを開かずに付き、署名者・機関の番号とともに確かめられる")
    void filesAreSignedBesideThem() {
        var signed = signing.sign(files(), office.hand());
        var report = signing.check(signed, files());
        assertThat(report.fault()).as(report.detail()).isNull();
        assertThat(report.signer().name()).isEqualTo("芽室町長");
        assertThat(report.signer().organization()).isEqualTo("LG:JP-016373");
        assertThat(report.signedAt()).isBetween(NOW.minusSeconds(2), Instant.now());
        assertThat(report.provenAt()).isNull();
        assertThat(new String(report.xml(), StandardCharsets.UTF_8)).contains("SimpleReport");
        assertThat(opened).hasValue(0);
    }

    @Test
    @DisplayName("楕円曲線の鍵でも署名し、確かめられる")
    void curvesAreTaken() {
        assertThat(fault(signing.sign(files(), office.curvedHand()), files())).isNull();
        var xml = office.xml(Instant::now);
        assertThat(xml.check(xml.sign(ANSWER, office.curvedHand())).fault()).isNull();
    }

    @Test
    @DisplayName("タイムスタンプと保管用の証拠を足せ、証拠はファイルを流して読む")
    void proofIsPutBehind() {
        var signed = signing.sign(files(), office.hand());
        var stamped = signing.extend(signed, files(), Proof.STAMP);
        assertThat(signing.check(stamped.content(), files()).provenAt()).isNotNull();
        var kept = signing.extend(stamped.content(), files(), Proof.KEEPING);
        assertThat(kept.stampUntil()).isAfter(NOW.plus(Duration.ofDays(2000)));
        assertThat(opened.get()).isPositive();
        var report = signing.check(kept.content(), files());
        assertThat(report.fault()).as(report.detail()).isNull();
        var renewed = signing.extend(kept.content(), files(), Proof.KEEPING);
        assertThat(signing.check(renewed.content(), files()).fault()).isNull();
        office.revoke(Instant.now().plusSeconds(5));
        assertThat(signing.check(kept.content(), files()).fault()).isNull();
    }

    @Test
    @DisplayName("失効リストがなければ保管用の証拠は付かず、タイムスタンプ局が答えなければそう出る")
    void missingProofIsNamed() {
        var signed = signing.sign(files(), office.hand());
        office.stamps().setAway(true);
        assertThatThrownBy(() -> signing.extend(signed, files(), Proof.STAMP)).isInstanceOfSatisfying(ProofFailed.class,
                failed -> assertThat(failed.fault()).isEqualTo(ProofFault.STAMPS_AWAY));
        office.stamps().setAway(false);
        office.loseLists();
        assertThatThrownBy(() -> signing.extend(signed, files(), Proof.KEEPING)).isInstanceOfSatisfying(ProofFailed.class,
                failed -> assertThat(failed.fault()).isEqualTo(ProofFault.NO_LISTS));
        assertThat(signing.check(signed, files()).fault()).isEqualTo(SealFault.UNCHECKED);
    }

    @Test
    @DisplayName("変わったファイル、署名のないファイル、余分な参照を見分ける")
    void otherFilesAreFound() {
        var signed = signing.sign(files(), office.hand());
        assertThat(fault(signed, List.of(file("head.xml", "別の頭"), file("attachments/0001.txt", "添付")))).isEqualTo(SealFault.CHANGED);
        assertThat(fault(signed, List.of(file("head.xml", "頭")))).isEqualTo(SealFault.REFERENCE);
        assertThat(fault(signed, List.of(file("head.xml", "頭"), file("attachments/0001.txt", "添付"), file("document.pdf", "")))).isEqualTo(SealFault.UNSIGNED);
        assertThat(fault("<x/>".getBytes(StandardCharsets.UTF_8), files())).isEqualTo(SealFault.UNREADABLE);
        assertThat(fault("いいえ".getBytes(StandardCharsets.UTF_8), files())).isEqualTo(SealFault.UNREADABLE);
    }

    @Test
    @DisplayName("証明書の期限・失効・認証局・用途・鍵の長さを見分ける")
    void certificatesAreJudged() {
        var day = Duration.ofDays(1);
        assertThat(fault(office.handOf("前の町長", "016373", NOW.minus(day), NOW.minusSeconds(60)))).isEqualTo(SealFault.EXPIRED);
        assertThat(fault(office.handOf("次の町長", "016373", NOW.plus(day), NOW.plus(day.multipliedBy(2))))).isEqualTo(SealFault.NOT_YET_VALID);
        assertThat(fault(office.strangersHand())).isEqualTo(SealFault.UNTRUSTED);
        assertThat(fault(office.handFor(KeyUsage.digitalSignature | KeyUsage.keyEncipherment, 2048))).isEqualTo(SealFault.WRONG_USE);
        assertThat(fault(office.handFor(KeyUsage.digitalSignature | KeyUsage.nonRepudiation, 1024))).isEqualTo(SealFault.KEY_WEAK);
        var signed = signing.sign(files(), office.hand());
        office.revoke(NOW.minus(day));
        assertThat(fault(signed, files())).isEqualTo(SealFault.REVOKED);
    }

    @Test
    @DisplayName("署名の時が先すぎれば断る")
    void theFutureIsRefused() {
        var ahead = office.containers(() -> Instant.now().plus(Duration.ofHours(2))).sign(files(), office.hand());
        assertThat(fault(ahead, files())).isEqualTo(SealFault.SIGNED_IN_FUTURE);
    }

    @Test
    @DisplayName("XMLの中の署名は全体を覆い、変えれば、また別のものを包めばわかる")
    void anXmlIsSignedWithin() {
        var xml = office.xml(Instant::now);
        var signed = xml.sign(ANSWER, office.hand());
        var report = xml.check(signed);
        assertThat(report.fault()).as(report.detail()).isNull();
        assertThat(report.signer().organization()).isEqualTo("LG:JP-016373");
        var text = new String(signed, StandardCharsets.UTF_8);
        assertThat(xml.check(text.replace("今", "昔").getBytes(StandardCharsets.UTF_8)).fault()).isEqualTo(SealFault.CHANGED);
        assertThat(xml.check(ANSWER).fault()).isEqualTo(SealFault.MISSING);
        assertThat(xml.check(text.replace("</answer>", "<more/></answer>").getBytes(StandardCharsets.UTF_8)).fault()).isEqualTo(SealFault.WRAPPED);
        assertThat(xml.check(("<out>" + text.replaceFirst("<\\?xml[^>]*>", "") + "</out>").getBytes(StandardCharsets.UTF_8)).fault()).isEqualTo(SealFault.WRAPPED);
    }

    private SealFault fault(Hand hand) {
        return fault(SigningFixture.signCarelessly(files(), hand, NOW), files());
    }

    private SealFault fault(byte[] signed, List<SignedFile> files) {
        return signing.check(signed, files).fault();
    }
}
