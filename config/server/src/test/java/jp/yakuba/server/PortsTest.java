package jp.yakuba.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("役場の入口の番号")
class PortsTest {
    @Test
    @DisplayName("ずらす数はすべての番号に同じだけ効く")
    void offsetMovesEveryPort() {
        var usual = new Ports(0).all().keySet().stream().map(port -> port + 300).toList();
        assertThat(new Ports(300).all().keySet()).containsExactlyElementsOf(usual);
    }

    @Test
    @DisplayName("二つの入口が同じ番号になることはない")
    void noTwoDoorsShareAPort() {
        assertThat(new Ports(0).all()).hasSizeGreaterThanOrEqualTo(9);
    }

    @Test
    @DisplayName("範囲を越えるずらしは断り、使える範囲を言う")
    void refusesAnOffsetOutOfRange() {
        assertThatThrownBy(() -> new Ports(9000)).isInstanceOf(CannotOpen.class).hasMessageContaining("3919");
        assertThatThrownBy(() -> new Ports(-1)).isInstanceOf(CannotOpen.class);
    }

    @Test
    @DisplayName("使われている番号は、番号と直し方を言って断る")
    void namesThePortInUse() throws IOException {
        var ports = Ports.freeFrom(2600);
        try (var other = new ServerSocket()) {
            other.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.office()));
            assertThatThrownBy(ports::mustBeFree).isInstanceOf(CannotOpen.class)
                    .hasMessageContaining(Integer.toString(ports.office())).hasMessageContaining("-Dyakuba.port.offset");
        }
    }

    @Test
    @DisplayName("終わったばかりのプログラムが番号を手放すまで、少し待つ")
    void waitsForAProgramThatHasJustEnded() throws IOException {
        var ports = Ports.freeFrom(2600);
        var other = new ServerSocket();
        other.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.office()));
        CompletableFuture.runAsync(() -> close(other), CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS));

        assertThatCode(ports::mustBeFree).doesNotThrowAnyException();
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
