package jp.yakuba.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import jp.yakuba.server.Ports;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("見本の町の時刻認証局")
class StampServiceTest {
    @TempDir
    private Path folder;

    private StampService service;

    @BeforeEach
    void open() {
        var now = Instant.now();
        var authority = Authority.root("CN=Test CA", now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(9)));
        var pair = Authority.keyPair();
        var certificate = authority.issue(new Authority.Wish("CN=Test stamps", now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(9)),
                KeyUsage.digitalSignature, making -> making.add(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping))), pair);
        KeyFile.write(folder.resolve("stamps.p12"), "stamps", pair.getPrivate(), "word", certificate, authority.certificate());
        service = new StampService(folder.resolve("stamps.p12"), "word", Ports.freeFrom(3300).stamps());
        service.start();
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    @DisplayName("問い合わせに、その問いのタイムスタンプで答える")
    void itStampsWhatItIsAsked() throws IOException, InterruptedException, TSPException {
        var generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        var request = generator.generate(TSPAlgorithms.SHA256, new byte[32], BigInteger.TEN);
        var answer = new TimeStampResponse(ask(request.getEncoded()).body());
        answer.validate(request);
        assertThat(answer.getTimeStampToken().getTimeStampInfo().getGenTime()).isBetween(Instant.now().minusSeconds(30), Instant.now().plusSeconds(1));
    }

    @Test
    @DisplayName("読めない問い合わせは断る")
    void whatItCannotReadIsRefused() throws IOException, InterruptedException {
        assertThat(ask(new byte[] {1, 2, 3}).statusCode()).isEqualTo(400);
    }

    private HttpResponse<byte[]> ask(byte[] request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(service.address()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(request)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
