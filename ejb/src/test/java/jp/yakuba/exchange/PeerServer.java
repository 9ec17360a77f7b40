package jp.yakuba.exchange;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** The exchange of another office at a free port of this machine, over TLS 1.3 with its certificate; a test says what it answers. */
public final class PeerServer implements AutoCloseable {
    private final SSLServerSocket door;
    private final ExecutorService hands = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "peer-server");
        thread.setDaemon(true);
        return thread;
    });
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Office office = request -> Answer.of(404);

    /** What answers. */
    @FunctionalInterface
    public interface Office {
        Answer answer(Asked request) throws Exception;
    }

    /** A request: method and path with its query, and its body. */
    public record Asked(String line, byte[] body) {}

    /** An answer. */
    public record Answer(int status, String type, byte[] body) {
        /** Without a body. */
        public static Answer of(int status) {
            return new Answer(status, "text/plain", new byte[0]);
        }

        public static Answer json(int status, String body) {
            return new Answer(status, "application/json", body.getBytes(StandardCharsets.UTF_8));
        }

        public static Answer xml(byte[] body) {
            return new Answer(200, "application/xml", body);
        }

        /** A refusal of the request with the code of a problem. */
        public static Answer problem(int status, String code) {
            return new Answer(status, "application/problem+json", ("{\"type\":\"urn:yakuba:problem:" + code + "\"}").getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Opens with the key in the file. */
    public PeerServer(Path keys, String password) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(keys)) {
            store.load(in, password.toCharArray());
        }
        var factory = KeyManagerFactory.getInstance("SunX509");
        factory.init(store, password.toCharArray());
        var context = SSLContext.getInstance("TLSv1.3");
        context.init(factory.getKeyManagers(), new TrustManager[] {new Anybody()}, null);
        door = (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        door.setNeedClientAuth(true);
        hands.execute(this::serve);
    }

    /** Where it is. */
    public String address() {
        return "https://localhost:" + door.getLocalPort() + "/api/exchange/v1";
    }

    /** From now on it answers so. */
    public void answers(Office wanted) {
        office = wanted;
    }

    /** What was asked so far, method and path. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                var guest = (SSLSocket) door.accept();
                hands.execute(() -> serve(guest));
            } catch (IOException gone) {
                return;
            }
        }
    }

    private void serve(SSLSocket guest) {
        try (guest) {
            var in = new BufferedInputStream(guest.getInputStream());
            var first = line(in);
            int length = 0;
            for (var header = line(in); !header.isEmpty(); header = line(in)) {
                if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                    length = Integer.parseInt(header.substring(header.indexOf(':') + 1).strip());
                }
            }
            var words = first.split(" ");
            var request = new Asked(words[0] + " " + words[1].replace("/api/exchange/v1", ""), in.readNBytes(length));
            asked.add(request.line());
            var answer = office.answer(request);
            var out = guest.getOutputStream();
            out.write(("HTTP/1.1 " + answer.status() + " OK\r\nContent-Type: " + answer.type() + "\r\nContent-Length: " + answer.body().length
                    + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(answer.body());
            out.flush();
        } catch (Exception broken) {
            // the guest sees that the line broke off
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int read = in.read(); read >= 0 && read != '\n'; read = in.read()) {
            if (read != '\r') {
                line.write(read);
            }
        }
        return line.toString(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        door.close();
        hands.shutdownNow();
    }

    /** Whoever calls is let in; whom the office calls is what is tried. */
    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            // in a test
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // in a test
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
