package jp.yakuba.document.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("ウイルス検査(ClamAVの言葉)")
class ClamdScannerTest {

    @Test
    @DisplayName("中身を残らず送り、見つかったものの名を聞く")
    void sendsTheWholeContentAndHearsTheName() throws Exception {
        var content = new byte[200_000];
        Arrays.fill(content, (byte) 'v');
        try (var daemon = new Daemon("stream: Eicar-Test-Signature FOUND\0")) {
            var found = daemon.scanner().findVirus(new ByteArrayInputStream(content));
            assertThat(found).contains("Eicar-Test-Signature");
            assertThat(daemon.heard()).isEqualTo(content);
        }
    }

    @Test
    @DisplayName("何もなければ何もない")
    void cleanIsClean() throws Exception {
        try (var daemon = new Daemon("stream: OK\0")) {
            assertThat(daemon.scanner().findVirus(new ByteArrayInputStream(new byte[] {1, 2, 3}))).isEmpty();
        }
    }

    @Test
    @DisplayName("わからない返事は「きれい」とは受け取らない")
    void aStrangeAnswerIsNoCleanBill() throws Exception {
        try (var daemon = new Daemon("INSTREAM size limit exceeded. ERROR\0")) {
            assertThatThrownBy(() -> daemon.scanner().findVirus(new ByteArrayInputStream(new byte[] {1})))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    @DisplayName("設定がなければ検査はしない。設定があって黙っていれば黙っていると言う")
    void saysWhetherItIsOnAndAnswers() {
        assertThat(new ClamdScanner(null, 0).isOn()).isFalse();
        var nobody = new ClamdScanner("127.0.0.1", 1);
        assertThat(nobody.isOn()).isTrue();
        assertThat(nobody.answers()).isFalse();
    }

    /** Plays ClamAV's daemon for one conversation. */
    private static final class Daemon implements AutoCloseable {
        private final ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final CompletableFuture<byte[]> heard;

        Daemon(String answer) throws IOException {
            heard = CompletableFuture.supplyAsync(() -> listen(answer));
        }

        ClamdScanner scanner() {
            return new ClamdScanner("127.0.0.1", door.getLocalPort());
        }

        byte[] heard() throws Exception {
            return heard.get();
        }

        private byte[] listen(String answer) {
            try (var line = door.accept(); var in = new DataInputStream(line.getInputStream())) {
                var order = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
                if (!order.equals("zINSTREAM\0")) {
                    throw new IllegalStateException("Strange order " + order);
                }
                var bytes = new ByteArrayOutputStream();
                for (int length = in.readInt(); length > 0; length = in.readInt()) {
                    bytes.write(in.readNBytes(length));
                }
                line.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                return bytes.toByteArray();
            } catch (IOException broken) {
                throw new IllegalStateException(broken);
            }
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }
}
