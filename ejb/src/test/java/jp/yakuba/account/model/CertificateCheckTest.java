package jp.yakuba.account.model;

import static jp.yakuba.account.model.CardFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("電子証明書の検証")
class CertificateCheckTest {
    private static final CardFixture.Issuer AUTHORITY = CardFixture.authority("OU=Sign-in CA, O=Test, C=JP");
    private static final CardFixture.Issuer STRANGER = CardFixture.authority("OU=Nobody knows, C=JP");
    private static final CardFixture.Issuer IMPOSTOR = CardFixture.authority("OU=Sign-in CA, O=Test, C=JP");
    private static final KeyPair KEYS = CardFixture.keys(2048);
    private static final Instant BEFORE = NOW.minus(Duration.ofDays(30));
    private static final Instant AFTER = NOW.plus(Duration.ofDays(30));
    private static final X509Certificate CARD = card(AUTHORITY, BEFORE, AFTER);

    @Test
    @DisplayName("期限内で失効していないカードは通る")
    void letsAStandingCardIn() {
        assertThat(check(freshList()).judge(CARD, NOW)).isEqualTo(CertificateVerdict.VALID);
    }

    @Test
    @DisplayName("期限が過ぎたカードは断る")
    void refusesAnExpiredCard() {
        assertThat(check(freshList()).judge(card(AUTHORITY, BEFORE, NOW.minusSeconds(1)), NOW)).isEqualTo(CertificateVerdict.EXPIRED);
    }

    @Test
    @DisplayName("まだ始まっていないカードは断る")
    void refusesACardOfTheFuture() {
        assertThat(check(freshList()).judge(card(AUTHORITY, NOW.plusSeconds(1), AFTER), NOW)).isEqualTo(CertificateVerdict.NOT_YET_VALID);
    }

    @Test
    @DisplayName("知らない発行者のカードと、発行者の名をかたるカードは断る")
    void refusesStrangersAndImpostors() {
        assertThat(check(freshList()).judge(card(STRANGER, BEFORE, AFTER), NOW)).isEqualTo(CertificateVerdict.UNKNOWN_ISSUER);
        assertThat(check(freshList()).judge(card(IMPOSTOR, BEFORE, AFTER), NOW)).isEqualTo(CertificateVerdict.UNKNOWN_ISSUER);
    }

    @Test
    @DisplayName("失効したカードは断る")
    void refusesARevokedCard() {
        var list = CardFixture.list(AUTHORITY, BEFORE, AFTER, List.of(CARD));

        assertThat(check(new RevocationList(list)).judge(CARD, NOW)).isEqualTo(CertificateVerdict.REVOKED);
    }

    @Test
    @DisplayName("失効リストがない、古い、別人の署名、まだ先のものなら「確認できない」であり、有効とはしない")
    void neverCallsACardValidThatCouldNotBeChecked() {
        var stale = CardFixture.list(AUTHORITY, BEFORE, NOW.minusSeconds(1), List.of());
        var forged = CardFixture.list(IMPOSTOR, BEFORE, AFTER, List.of());
        var future = CardFixture.list(AUTHORITY, NOW.plusSeconds(60), AFTER, List.of());

        assertThat(check().judge(CARD, NOW)).isEqualTo(CertificateVerdict.NOT_CHECKED);
        assertThat(check(new RevocationList(stale)).judge(CARD, NOW)).isEqualTo(CertificateVerdict.NOT_CHECKED);
        assertThat(check(new RevocationList(forged)).judge(CARD, NOW)).isEqualTo(CertificateVerdict.NOT_CHECKED);
        assertThat(check(new RevocationList(future)).judge(CARD, NOW)).isEqualTo(CertificateVerdict.NOT_CHECKED);
    }

    @Test
    @DisplayName("署名用の証明書ではサインインできず、方針のない証明書も通らない")
    void refusesTheOtherCertificate() {
        int usage = KeyUsage.digitalSignature;
        var signing = CardFixture.card(AUTHORITY, KEYS, CardFixture.SIGNATURE, usage | KeyUsage.nonRepudiation, BEFORE, AFTER);
        var bare = CardFixture.card(AUTHORITY, KEYS, null, usage, BEFORE, AFTER);
        var wrongUsage = CardFixture.card(AUTHORITY, KEYS, CardFixture.SIGN_IN, KeyUsage.keyEncipherment, BEFORE, AFTER);

        assertThat(check(freshList()).judge(signing, NOW)).isEqualTo(CertificateVerdict.WRONG_KIND);
        assertThat(check(freshList()).judge(bare, NOW)).isEqualTo(CertificateVerdict.WRONG_KIND);
        assertThat(check(freshList()).judge(wrongUsage, NOW)).isEqualTo(CertificateVerdict.WRONG_KIND);
    }

    @Test
    @DisplayName("短い鍵のカードは断る")
    void refusesAShortKey() {
        var weak = CardFixture.card(AUTHORITY, CardFixture.keys(1024), CardFixture.SIGN_IN, KeyUsage.digitalSignature, BEFORE, AFTER);

        assertThat(check(freshList()).judge(weak, NOW)).isEqualTo(CertificateVerdict.WRONG_KIND);
    }

    private static X509Certificate card(CardFixture.Issuer issuer, Instant from, Instant until) {
        return CardFixture.card(issuer, KEYS, CardFixture.SIGN_IN, KeyUsage.digitalSignature, from, until);
    }

    private static RevocationList freshList() {
        return new RevocationList(CardFixture.list(AUTHORITY, BEFORE, AFTER, List.of()));
    }

    private static CertificateCheck check(RevocationList... lists) {
        return new CertificateCheck(CertificateKind.SIGN_IN, List.of(AUTHORITY.certificate()), List.of(lists));
    }
}
