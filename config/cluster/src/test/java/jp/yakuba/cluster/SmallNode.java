package jp.yakuba.cluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import jp.yakuba.server.Command;

/** What stands behind the balancer in its own trials: a small server that says who it is, is ready or not as told, and gives the office's cookie. */
final class SmallNode {
    private static final char[] PASSWORD = "trial".toCharArray();
    private static final Duration WORK = Duration.ofMillis(20);

    private final LocalMachine machine;
    private HttpsServer server;
    private volatile boolean ready = true;
    private volatile boolean live = true;

    SmallNode(LocalMachine machine) {
        this.machine = machine;
    }

    void start() {
        try {
            server = HttpsServer.create(new InetSocketAddress(machine.machine().address(), 8443), 128);
            server.setHttpsConfigurator(new HttpsConfigurator(context(machine.file("keys"))));
            server.setExecutor(Executors.newFixedThreadPool(32));
            server.createContext("/", this::answer);
            server.createContext("/health/ready", exchange -> say(exchange, ready ? 200 : 503, ""));
            server.createContext("/health/live", exchange -> say(exchange, live ? 200 : 503, ""));
            server.start();
        } catch (IOException | GeneralSecurityException refused) {
            throw new IllegalStateException(refused);
        }
    }

    void stop() {
        server.stop(0);
    }

    void ready(boolean is) {
        ready = is;
    }

    void live(boolean is) {
        live = is;
    }

    private void answer(HttpExchange exchange) throws IOException {
        LockSupport.parkNanos(WORK.toNanos());
        if (!String.valueOf(exchange.getRequestHeaders().getFirst("Cookie")).contains("yakuba_view=")) {
            exchange.getResponseHeaders().add("Set-Cookie", "yakuba_view=" + UUID.randomUUID() + "; Path=/; Secure; HttpOnly");
        }
        say(exchange, 200, machine.machine().name() + " " + exchange.getRequestHeaders().get("X-Forwarded-For") + " "
                + exchange.getRequestHeaders().get("X-Forwarded-Host"));
    }

    private static void say(HttpExchange exchange, int status, String text) throws IOException {
        try (exchange) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    /** TLS with the key of the machine, trusting the cluster's authority. */
    static SSLContext context(Path keys) throws GeneralSecurityException, IOException {
        var store = keys.resolve("trial.p12");
        var made = Command.run(List.of("openssl", "pkcs12", "-export", "-in", keys.resolve("machine.pem").toString(), "-out", store.toString(),
                "-passout", "pass:" + new String(PASSWORD)), Map.of(), Duration.ofSeconds(20));
        if (!made.wentWell()) {
            throw new IOException(made.said());
        }
        var key = KeyStore.getInstance(store.toFile(), PASSWORD);
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(key, PASSWORD);
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (var in = Files.newInputStream(keys.resolve("authority.crt"))) {
            trusted.setCertificateEntry("authority", java.security.cert.CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
