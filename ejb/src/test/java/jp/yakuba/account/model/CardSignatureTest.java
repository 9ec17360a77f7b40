package jp.yakuba.account.model;

import static jp.yakuba.account.model.CardFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.LocalDate;
import jp.yakuba.kernel.Sha256;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("署名と基本4情報")
class CardSignatureTest {
    private static final CardFixture.Issuer AUTHORITY = CardFixture.authority("OU=Signature CA, O=Test, C=JP");
    private static final KeyPair KEYS = CardFixture.keys(2048);
    private static final byte[] CONTENT = "転入届".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    @Test
    @DisplayName("SHA256withRSA の署名が要約値だけで確かめられる")
    void checksAnOrdinarySignatureAgainstTheDigest() throws GeneralSecurityException {
        var signature = new CardSignature(sign(CONTENT));

        assertThat(signature.holds(Sha256.of(CONTENT), signer("1", "419880614"))).isTrue();
    }

    @Test
    @DisplayName("一字でもちがう内容、別のカード、長さのちがう要約値は断る")
    void refusesWhatWasNotSigned() throws GeneralSecurityException {
        var signature = new CardSignature(sign(CONTENT));
        var other = CardFixture.card(AUTHORITY, CardFixture.keys(2048), CardFixture.SIGNATURE,
                KeyUsage.digitalSignature | KeyUsage.nonRepudiation, NOW, NOW.plus(Duration.ofDays(1)));

        assertThat(signature.holds(Sha256.of("転出届".getBytes(java.nio.charset.StandardCharsets.UTF_8)), signer("1", "419880614"))).isFalse();
        assertThat(signature.holds(Sha256.of(CONTENT), other)).isFalse();
        assertThat(signature.holds(CONTENT, signer("1", "419880614"))).isFalse();
        assertThat(new CardSignature(new byte[3]).holds(Sha256.of(CONTENT), other)).isFalse();
    }

    @Test
    @DisplayName("氏名、性別、生年月日、住所を読み取る")
    void readsTheFourFacts() {
        assertThat(CardFacts.of(signer("2", "520190501"))).contains(
                new CardFacts("髙橋　美咲", LocalDate.of(2019, 5, 1), "2", "北海道河西郡芽室町東二条二丁目１４番地"));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({"119120729,1912-07-29", "319880614,1988-06-14", "520190501,2019-05-01", "000000000,", "400000000,"})
    @DisplayName("生年月日は元号の数字と西暦で、わからない日はわからないままにする")
    void readsBirthDates(String value, LocalDate date) {
        assertThat(CardFacts.birthDate(value)).isEqualTo(date);
    }

    @Test
    @DisplayName("一つでも欠けるか読めなければ、何も読み取らなかったことにする")
    void failsClosed() {
        assertThat(CardFacts.of(signer(null, "419880614"))).isEmpty();
        assertThat(CardFacts.of(signer("1", "419889999"))).isEmpty();
        assertThat(CardFacts.of(signer("1", "昭和63年6月14日"))).isEmpty();
        assertThat(CardFacts.of(signer("1", "919880614"))).isEmpty();
    }

    private static X509Certificate signer(String sex, String birth) {
        return CardFixture.card(AUTHORITY, KEYS, CardFixture.SIGNATURE, KeyUsage.digitalSignature | KeyUsage.nonRepudiation,
                NOW, NOW.plus(Duration.ofDays(1)), "髙橋　美咲", sex, birth, "北海道河西郡芽室町東二条二丁目１４番地");
    }

    private static byte[] sign(byte[] content) throws GeneralSecurityException {
        var signer = Signature.getInstance("SHA256withRSA");
        signer.initSign(KEYS.getPrivate());
        signer.update(content);
        return signer.sign();
    }
}
