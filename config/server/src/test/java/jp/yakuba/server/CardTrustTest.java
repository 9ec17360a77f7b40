package jp.yakuba.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import jp.yakuba.server.cardtrust.CardTrustProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("カード受付の TLS")
class CardTrustTest {
    @Test
    @DisplayName("どの証明書も通し、選ばせる発行者だけを名乗り、サーバーとしては誰も信じない")
    void letsEveryCertificateThroughAndOffersOnlyTheNamedAuthorities(@TempDir Path folder) throws GeneralSecurityException, IOException {
        ServerKeys.ensure(folder, "changeit");
        var authorities = KeyStore.getInstance(folder.resolve("trust.p12").toFile(), "changeit".toCharArray());
        var stranger = (X509Certificate) KeyStore.getInstance(folder.resolve("server.p12").toFile(), "changeit".toCharArray())
                .getCertificate("server");

        var trust = trust(authorities);

        trust.checkClientTrusted(new X509Certificate[] {stranger}, "EC");
        assertThat(trust.getAcceptedIssuers()).extracting(one -> one.getSubjectX500Principal().getName())
                .containsExactly("CN=No card authority yet");
        assertThatThrownBy(() -> trust.checkServerTrusted(new X509Certificate[] {stranger}, "EC"))
                .isInstanceOf(CertificateException.class);
        assertThatThrownBy(() -> trust.checkClientTrusted(new X509Certificate[0], "EC"))
                .isInstanceOf(CertificateException.class);
    }

    @Test
    @DisplayName("モジュールは同じ中身から同じバイト列になり、ほかの何にも頼らない")
    void theModuleIsAlwaysTheSame(@TempDir Path folder) throws IOException {
        assertThat(ServerModule.bytes()).isEqualTo(ServerModule.bytes());
        assertThat(names(Files.readAllBytes(ServerModule.writeInto(folder)))).hasSize(3)
                .allMatch(name -> name.startsWith("jp/yakuba/server/cardtrust/"));
    }

    private static X509ExtendedTrustManager trust(KeyStore authorities) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(CardTrustProvider.ALGORITHM, new CardTrustProvider());
        factory.init(authorities);
        return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
    }

    private static List<String> names(byte[] archive) throws IOException {
        var names = new ArrayList<String>();
        try (var content = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = content.getNextEntry(); entry != null; entry = content.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
