package jp.yakuba.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("見本の町の鍵")
class SampleKeysTest {
    private static final String WORD = "a-password";
    private static final SampleTown MEMURO = new SampleTown("016373", "芽室町", "芽室町長");
    private static final SampleTown HIGASHIYAMATO = new SampleTown("132209", "東大和市", "東大和市長");
    private static final Instant NOW = Instant.now();

    @TempDir
    private Path keys;

    @BeforeEach
    void root() {
        new TestAuthority(keys, WORD, NOW).ensure();
    }

    @Test
    @DisplayName("組織証明書は、どの団体のものかと両方の用途を言い、その認証局が発行している")
    void theOrganisationCertificateSaysWhoseItIs() throws GeneralSecurityException, IOException {
        exchange(keys, MEMURO).ensure(NOW);

        var certificate = youngest("exchange.p12");
        assertThat(OrganizationNumber.stands(certificate, "016373")).isTrue();
        assertThat(OrganizationNumber.stands(certificate, "132209")).isFalse();
        assertThat(certificate.getExtendedKeyUsage()).containsExactlyInAnyOrder("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2");
        assertThat(certificate.getSubjectAlternativeNames()).extracting(name -> (Object) name.get(1)).containsExactlyInAnyOrder("localhost", "127.0.0.1");
        certificate.verify(authority("exchange-authorities/exchange").getPublicKey());
        assertThat(list("exchange-authorities/exchange").isRevoked(certificate)).isFalse();
    }

    @Test
    @DisplayName("もう一度開いても鍵はそのまま、失効の一覧だけが新しくなる")
    void anotherStartKeepsTheKeys() throws GeneralSecurityException, IOException {
        exchange(keys, MEMURO).ensure(NOW);
        signing(NOW).ensure();
        var before = List.of(youngest("exchange.p12"), youngest("signing.p12"), youngest("stamp-service.p12"));

        exchange(keys, MEMURO).ensure(NOW.plus(Duration.ofDays(9)));
        signing(NOW.plus(Duration.ofDays(9))).ensure();

        assertThat(List.of(youngest("exchange.p12"), youngest("signing.p12"), youngest("stamp-service.p12"))).isEqualTo(before);
        assertThat(KeyFile.certificates(keys.resolve("exchange.p12"), WORD)).hasSize(1);
        assertThat(list("exchange-authorities/exchange").getThisUpdate().toInstant()).isAfter(NOW.plus(Duration.ofDays(8)));
    }

    @Test
    @DisplayName("新しい鍵は古い鍵のとなりに置かれ、いちばん若い。どちらもその間ずっと通る")
    void aNewKeyStandsBesideTheOld() throws GeneralSecurityException, IOException {
        exchange(keys, MEMURO).ensure(NOW);
        var old = youngest("exchange.p12");

        var second = exchange(keys, MEMURO).addKey(NOW);
        var third = exchange(keys, MEMURO).addKey(NOW);
        exchange(keys, MEMURO).ensure(NOW);

        assertThat(KeyFile.certificates(keys.resolve("exchange.p12"), WORD)).containsExactly(third, second, old);
        for (var certificate : List.of(old, second, third)) {
            certificate.checkValidity();
            assertThat(proves("exchange.p12", certificate)).isTrue();
            trust(keys).checkClientTrusted(new X509Certificate[] {certificate}, "RSA");
        }
    }

    @Test
    @DisplayName("職責証明書に団体の番号がなかった町は、新しい鍵を得て、古い鍵も古い署名もそのまま通る")
    void anOlderTownGetsANewKeyBesideTheOld() throws GeneralSecurityException, IOException {
        var old = asItWasBefore();

        signing(NOW).ensure();
        signing(NOW).ensure();

        assertThat(KeyFile.certificates(keys.resolve("signing.p12"), WORD)).hasSize(2).contains(old);
        assertThat(youngest("signing.p12")).isNotEqualTo(old);
        assertThat(OrganizationNumber.stands(youngest("signing.p12"), "016373")).isTrue();
        assertThat(youngest("signing.p12").getKeyUsage()).startsWith(true, true, false);
        assertThat(proves("signing.p12", old)).isTrue();
        old.verify(authority("signing-authorities/office").getPublicKey());
        assertThat(list("signing-authorities/office").isRevoked(old)).isFalse();
    }

    @Test
    @DisplayName("途中で終わった始まりは、次の始まりが続ける")
    void aStartThatDiedIsContinued() throws GeneralSecurityException, IOException {
        signing(NOW).ensure();
        exchange(keys, MEMURO).ensure(NOW);
        for (var left : List.of("signing.p12", "exchange.p12", "exchange-trust.p12", "signing-authorities/office/authority.cer",
                "exchange-authorities/exchange/authority.crl")) {
            Files.delete(keys.resolve(left));
        }

        signing(NOW).ensure();
        exchange(keys, MEMURO).ensure(NOW);

        youngest("signing.p12").verify(authority("signing-authorities/office").getPublicKey());
        youngest("exchange.p12").verify(authority("exchange-authorities/exchange").getPublicKey());
        trust(keys).checkClientTrusted(new X509Certificate[] {youngest("exchange.p12")}, "RSA");
    }

    @Test
    @DisplayName("失効した組織証明書は一覧に載る")
    void aRevokedCertificateIsOnTheList() throws GeneralSecurityException, IOException {
        exchange(keys, MEMURO).ensure(NOW);

        exchange(keys, MEMURO).revoke(youngest("exchange.p12"), NOW);
        exchange(keys, MEMURO).ensure(NOW);

        assertThat(list("exchange-authorities/exchange").isRevoked(youngest("exchange.p12"))).isTrue();
    }

    @Test
    @DisplayName("紹介された町の証明書は通り、紹介のない町のものは通らず、秘密は写らない")
    void anIntroducedTownIsTrusted(@TempDir Path theirs) throws GeneralSecurityException, IOException {
        new TestAuthority(theirs, WORD, NOW).ensure();
        exchange(theirs, HIGASHIYAMATO).ensure(NOW);
        new SampleSigning(theirs, WORD, () -> HIGASHIYAMATO, NOW).ensure();
        exchange(keys, MEMURO).ensure(NOW);
        var visitor = new X509Certificate[] {KeyFile.certificates(theirs.resolve("exchange.p12"), WORD).get(0)};
        assertThatThrownBy(() -> trust(keys).checkClientTrusted(visitor, "RSA")).isInstanceOf(CertificateException.class);

        new Introduction(keys, WORD).of("132209", theirs);
        exchange(keys, MEMURO).ensure(NOW);

        trust(keys).checkClientTrusted(visitor, "RSA");
        trust(keys).checkClientTrusted(new X509Certificate[] {youngest("exchange.p12")}, "RSA");
        assertThat(authority("signing-authorities/132209/stamps")).isNotNull();
        try (var copied = Files.walk(keys.resolve("exchange-authorities"))) {
            assertThat(copied.filter(Files::isRegularFile)).allMatch(file -> file.toString().matches(".*\\.(cer|crl)"));
        }
    }

    /** A key as homes of before have it: of the office's authority, and without a word of whose it is. */
    private X509Certificate asItWasBefore() {
        var from = NOW.minus(Duration.ofDays(200));
        var root = KeyFile.read(keys.resolve("sample-authority/root.p12"), WORD);
        var office = root.branch("OU=Sample office CA, O=Yakuba sample town, C=JP", from, NOW.plus(Duration.ofDays(9000)));
        var pair = Authority.keyPair();
        var certificate = office.issue(new Authority.Wish("CN=芽室町長, O=Yakuba sample town, C=JP", from, NOW.plus(Duration.ofDays(9000)),
                KeyUsage.digitalSignature | KeyUsage.nonRepudiation, making -> { }), pair);
        KeyFile.write(keys.resolve("signing.p12"), "office", pair.getPrivate(), WORD, certificate, office.certificate());
        KeyFile.write(keys.resolve("sample-authority/office.p12"), "office", office.key(), WORD, office.certificate());
        return certificate;
    }

    private SampleExchange exchange(Path folder, SampleTown town) {
        return new SampleExchange(folder, WORD, () -> town);
    }

    private SampleSigning signing(Instant now) {
        return new SampleSigning(keys, WORD, () -> MEMURO, now);
    }

    private X509Certificate youngest(String file) {
        return KeyFile.certificates(keys.resolve(file), WORD).get(0);
    }

    private X509Certificate authority(String folder) throws GeneralSecurityException, IOException {
        try (var in = Files.newInputStream(keys.resolve(folder).resolve("authority.cer"))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private X509CRL list(String folder) throws GeneralSecurityException, IOException {
        try (var in = Files.newInputStream(keys.resolve(folder).resolve("authority.crl"))) {
            return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(in);
        }
    }

    /** True if the file holds the key of the certificate. */
    private boolean proves(String file, X509Certificate certificate) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance(keys.resolve(file).toFile(), WORD.toCharArray());
        for (var alias : Collections.list(store.aliases())) {
            if (store.getCertificate(alias).equals(certificate)) {
                var signer = Signature.getInstance("SHA256withRSA");
                signer.initSign((PrivateKey) store.getKey(alias, WORD.toCharArray()));
                signer.update(new byte[] {1});
                var made = signer.sign();
                signer.initVerify(certificate);
                signer.update(new byte[] {1});
                return signer.verify(made);
            }
        }
        return false;
    }

    private static X509TrustManager trust(Path folder) throws GeneralSecurityException, IOException {
        var factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(KeyStore.getInstance(folder.resolve("exchange-trust.p12").toFile(), WORD.toCharArray()));
        return (X509TrustManager) factory.getTrustManagers()[0];
    }
}
