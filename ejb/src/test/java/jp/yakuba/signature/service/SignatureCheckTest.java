package jp.yakuba.signature.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.europa.esig.dss.alert.exception.AlertException;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import jp.yakuba.signature.api.KeyState;
import jp.yakuba.signature.api.ProofFailed;
import jp.yakuba.signature.api.ProofFault;
import jp.yakuba.signature.api.SignatureFault;
import jp.yakuba.signature.api.SignatureReport;
import jp.yakuba.signature.api.SignatureVerdict;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("電子署名と検証")
class SignatureCheckTest {
    private static final Instant NOW = Instant.now();

    @TempDir
    private Path folder;

    private SigningFixture office;
    private final SigningKeys keys = new SigningKeys();
    private final SigningTrust trust = new SigningTrust();

    @BeforeEach
    void open() {
        office = new SigningFixture(folder, NOW);
        office.nameKeys();
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    @DisplayName("署名した文書は、もとのバイトで始まり、署名者とともに有効と出る")
    void aSignedLetterHolds() {
        var letter = letter();
        var signed = sign(letter);
        assertThat(Arrays.copyOf(signed, letter.length)).isEqualTo(letter);
        var report = check(signed);
        assertThat(report.fault()).isNull();
        assertThat(report.verdict()).isEqualTo(SignatureVerdict.VALID);
        assertThat(report.signer()).isEqualTo("芽室町長");
        assertThat(report.signedAt()).isBetween(NOW.minusSeconds(2), Instant.now());
        assertThat(report.stamps()).isEmpty();
    }

    @Test
    @DisplayName("タイムスタンプと保管用の証拠は後ろに付き、もとの署名は一バイトも変わらない")
    void whatIsAddedStandsBehind() {
        var signed = sign(letter());
        var stamped = extend(signed, SignatureLevel.PAdES_BASELINE_T);
        var kept = extend(stamped, SignatureLevel.PAdES_BASELINE_LTA);
        var renewed = extend(kept, SignatureLevel.PAdES_BASELINE_LTA);
        assertThat(Arrays.copyOf(stamped, signed.length)).isEqualTo(signed);
        assertThat(Arrays.copyOf(kept, stamped.length)).isEqualTo(stamped);
        assertThat(Arrays.copyOf(renewed, kept.length)).isEqualTo(kept);
        var report = check(renewed);
        assertThat(report.fault()).isNull();
        assertThat(report.verdict()).isEqualTo(SignatureVerdict.VALID);
        assertThat(report.stamps()).hasSize(3).allMatch(SignatureReport.Stamp::holds).allMatch(stamp -> stamp.by().equals("試験タイムスタンプ局"));
        assertThat(report.provenAt()).isEqualTo(report.stamps().get(0).at());
    }

    @Test
    @DisplayName("本文の一バイトを変えると、署名した文書ではないと出る")
    void aChangedByteIsFound() {
        for (var level : new SignatureLevel[] {null, SignatureLevel.PAdES_BASELINE_LTA}) {
            var signed = level == null ? sign(letter()) : extend(sign(letter()), level);
            int place = new String(signed, StandardCharsets.ISO_8859_1).indexOf("MediaBox [0.0 0.0 612") + "MediaBox [0.0 0.0 61".length();
            signed[place] = '3';
            assertThat(check(signed).verdict()).isEqualTo(SignatureVerdict.INVALID);
            assertThat(check(signed).fault()).isEqualTo(SignatureFault.CHANGED);
        }
    }

    @Test
    @DisplayName("署名の後ろに書き足すと、書き足しがあると出る")
    void anAdditionIsFound() {
        var signed = new ByteArrayOutputStream();
        signed.writeBytes(extend(sign(letter()), SignatureLevel.PAdES_BASELINE_LTA));
        signed.writeBytes("\n% something else\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(check(signed.toByteArray()).fault()).isEqualTo(SignatureFault.ADDED);
        assertThat(check(signed.toByteArray()).verdict()).isEqualTo(SignatureVerdict.INVALID);
    }

    @Test
    @DisplayName("署名のない文書、壊れた文書は、読めないと出る")
    void whatIsNotSignedIsNamed() {
        assertThat(check(letter()).fault()).isEqualTo(SignatureFault.UNREADABLE);
        assertThat(check(new byte[] {1, 2, 3}).fault()).isEqualTo(SignatureFault.UNREADABLE);
    }

    @Test
    @DisplayName("証明書の期限は、署名の時を証すタイムスタンプがなければ署名を無効にし、あれば有効のままにする")
    void anExpiredCertificateNeedsAStamp() throws InterruptedException {
        extend(sign(letter()), SignatureLevel.PAdES_BASELINE_LTA); // the first time takes long
        var end = Instant.now().plusSeconds(8);
        office.keyFor(NOW.minus(Duration.ofDays(30)), end);
        var signed = sign(letter());
        var kept = extend(signed, SignatureLevel.PAdES_BASELINE_LTA);
        Thread.sleep(Math.max(0, Duration.between(Instant.now(), end.plusSeconds(1)).toMillis()));
        assertThat(check(signed).fault()).isEqualTo(SignatureFault.EXPIRED);
        assertThat(check(kept).verdict()).isEqualTo(SignatureVerdict.VALID);
        assertThat(keys.at(Instant.now()).state()).isEqualTo(KeyState.EXPIRED);
    }

    @Test
    @DisplayName("失効した証明書の署名は無効、失効の前のタイムスタンプがあれば有効")
    void aRevokedCertificateNeedsAStampFromBefore() {
        var signed = sign(letter());
        var kept = extend(signed, SignatureLevel.PAdES_BASELINE_LTA);
        office.revoke(NOW.minus(Duration.ofDays(1)));
        assertThat(check(signed).fault()).isEqualTo(SignatureFault.REVOKED);
        assertThat(check(signed).verdict()).isEqualTo(SignatureVerdict.INVALID);
        office.revoke(Instant.now().plusSeconds(5));
        assertThat(check(kept).verdict()).isEqualTo(SignatureVerdict.VALID);
        assertThat(trust.now().revoked(keys.at(Instant.now()).key().certificate(), Instant.now().plusSeconds(10))).isTrue();
    }

    @Test
    @DisplayName("失効リストがなければ、保管用の証拠は付かず、わからないと出る。信頼する認証局になければ、そう出る")
    void withoutListsNothingIsSaid() {
        var signed = sign(letter());
        office.loseLists();
        assertThatThrownBy(() -> extend(signed, SignatureLevel.PAdES_BASELINE_LTA)).isInstanceOf(AlertException.class)
                .hasMessageContaining("Revocation data is missing");
        assertThat(check(extend(signed, SignatureLevel.PAdES_BASELINE_T))).satisfies(report -> {
            assertThat(report.verdict()).isEqualTo(SignatureVerdict.UNKNOWN);
            assertThat(report.fault()).isEqualTo(SignatureFault.UNCHECKED);
        });
        System.clearProperty("yakuba.signing.authorities");
        assertThat(check(signed).fault()).isEqualTo(SignatureFault.UNTRUSTED);
    }

    @Test
    @DisplayName("タイムスタンプ局が答えないとき、別の問いに答えたときは、その訳で待つ")
    void aSilentServiceIsNamed() {
        var signed = sign(letter());
        office.stamps().setAway(true);
        assertThatThrownBy(() -> extend(signed, SignatureLevel.PAdES_BASELINE_T)).isInstanceOfSatisfying(ProofFailed.class,
                failed -> assertThat(failed.fault()).isEqualTo(ProofFault.STAMPS_AWAY));
        office.stamps().setAway(false);
        var first = new java.util.concurrent.atomic.AtomicReference<byte[]>();
        var parrot = new jp.yakuba.signature.gateway.StampAuthority() {
            @Override
            public boolean isOn() {
                return true;
            }

            @Override
            public byte[] answer(byte[] request) throws IOException {
                first.compareAndSet(null, office.stamps().answer(request));
                return first.get();
            }
        };
        PdfPress.extend(signed, SignatureLevel.PAdES_BASELINE_T, trust.now().verifier(), new StampSource(parrot, trust.now().authorities()));
        assertThatThrownBy(() -> PdfPress.extend(signed, SignatureLevel.PAdES_BASELINE_T, trust.now().verifier(), new StampSource(parrot, trust.now().authorities())))
                .isInstanceOfSatisfying(ProofFailed.class, failed -> assertThat(failed.fault()).isEqualTo(ProofFault.STAMPS_REFUSED));
    }

    @Test
    @DisplayName("信頼する認証局のないところのタイムスタンプは受けず、付いていても時を証すものとはしない")
    void aStampOfAStrangerIsNotTaken() {
        var signed = sign(letter());
        var stranger = office.strangersStamps();
        assertThatThrownBy(() -> PdfPress.extend(signed, SignatureLevel.PAdES_BASELINE_T, trust.now().verifier(),
                new StampSource(stranger, trust.now().authorities())))
                .isInstanceOfSatisfying(ProofFailed.class, failed -> assertThat(failed.fault()).isEqualTo(ProofFault.STAMPS_UNKNOWN));
        var forged = PdfPress.extend(signed, SignatureLevel.PAdES_BASELINE_T, trust.now().verifier(),
                new StampSource(stranger, List.of(office.strangersAuthority())));
        assertThat(check(forged).stamps()).singleElement().matches(stamp -> !stamp.holds());
        assertThat(check(forged).provenAt()).isNull();
    }

    @Test
    @DisplayName("タイムスタンプは、その証明書が切れる前に次のタイムスタンプが重なれば、時を証し続ける")
    void aStampUnderAnotherGoesOnHolding() throws InterruptedException {
        var signed = sign(letter());
        extend(signed, SignatureLevel.PAdES_BASELINE_LTA); // the first time takes long
        var end = Instant.now().plusSeconds(12);
        office.stampsFor(Duration.between(NOW, end));
        var kept = extend(signed, SignatureLevel.PAdES_BASELINE_LTA);
        Thread.sleep(1_100); // stamps tell whole seconds, and a renewal comes after what it renews
        office.stampsFor(Duration.ofDays(3000));
        var renewed = extend(kept, SignatureLevel.PAdES_BASELINE_LTA);
        Thread.sleep(Duration.between(Instant.now(), end.plusSeconds(1)).toMillis());
        assertThat(check(renewed).verdict()).isEqualTo(SignatureVerdict.VALID);
        assertThat(check(renewed).stamps()).hasSizeGreaterThan(2).allMatch(SignatureReport.Stamp::holds);
    }

    @Test
    @DisplayName("鍵のファイルがない、合言葉が違う、鍵がないことを見分け、新しい証明書は起動し直さずに使う")
    void theKeyFileIsJudged() throws IOException {
        assertThat(keys.at(NOW).state()).isEqualTo(KeyState.WORKING);
        System.setProperty("yakuba.signing.password", "違う");
        assertThat(keys.at(NOW).state()).isEqualTo(KeyState.WRONG_PASSWORD);
        office.nameKeys();
        var before = keys.at(NOW).key().certificate();
        office.keyFor(NOW.minus(Duration.ofHours(1)), NOW.plus(Duration.ofDays(900)));
        Files.setLastModifiedTime(folder.resolve("office.p12"), java.nio.file.attribute.FileTime.from(NOW.plusSeconds(60)));
        assertThat(keys.at(NOW).key().certificate()).isNotEqualTo(before);
        assertThat(keys.at(NOW).key()).hasToString("Key of certificate " + keys.at(NOW).key().certificate().getSerialNumber().toString(16));
        Files.write(folder.resolve("office.p12"), new byte[] {1, 2, 3, 4});
        assertThat(keys.at(NOW).state()).isEqualTo(KeyState.UNREADABLE);
        Files.delete(folder.resolve("office.p12"));
        assertThat(keys.at(NOW).state()).isEqualTo(KeyState.UNREADABLE);
        System.clearProperty("yakuba.signing.keys");
        assertThat(keys.at(NOW).state()).isEqualTo(KeyState.OFF);
    }

    private byte[] sign(byte[] pdf) {
        return PdfPress.sign(pdf, keys.at(Instant.now()).key(), Instant.now());
    }

    private byte[] extend(byte[] pdf, SignatureLevel level) {
        return PdfPress.extend(pdf, level, trust.now().verifier(), new StampSource(office.stamps(), trust.now().authorities()));
    }

    private SignatureReport check(byte[] pdf) {
        return PdfCheck.of(pdf, trust.now().verifier());
    }

    private static byte[] letter() {
        try (var letter = new PDDocument()) {
            letter.addPage(new PDPage());
            var out = new ByteArrayOutputStream();
            letter.save(out, org.apache.pdfbox.pdfwriter.compress.CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
