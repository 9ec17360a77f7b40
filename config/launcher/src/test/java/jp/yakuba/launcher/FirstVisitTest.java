package jp.yakuba.launcher;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import jp.yakuba.server.CannotOpen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("開いたばかりの入口への最初の訪問")
class FirstVisitTest {
    private static final Path LOGS = Path.of("some", "logs");

    private HttpServer portal;
    private int status;

    @BeforeEach
    void openPortal() throws IOException {
        portal = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        portal.createContext("/", visit -> {
            visit.sendResponseHeaders(status, -1);
            visit.close();
        });
        portal.start();
    }

    @AfterEach
    void closePortal() {
        portal.stop(0);
    }

    @Test
    @DisplayName("答える入口は開いている")
    void aPortalThatAnswersIsOpen() {
        status = 200;

        assertThatCode(() -> FirstVisit.to(address(), LOGS)).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("失敗しか答えない役場は開いたと言わず、記録の場所を言う")
    void aPortalThatFailsIsNotOpen() {
        status = 500;

        assertThatThrownBy(() -> FirstVisit.to(address(), LOGS)).isInstanceOf(CannotOpen.class)
                .hasMessageContaining("500").hasMessageContaining(LOGS.toString());
    }

    @Test
    @DisplayName("答えない入口は開いていない")
    void aSilentPortalIsNotOpen() {
        portal.stop(0);

        assertThatThrownBy(() -> FirstVisit.to(address(), LOGS)).isInstanceOf(CannotOpen.class)
                .hasMessageContaining("does not answer").hasMessageContaining(LOGS.toString());
    }

    private String address() {
        return "http://127.0.0.1:" + portal.getAddress().getPort() + "/";
    }
}
