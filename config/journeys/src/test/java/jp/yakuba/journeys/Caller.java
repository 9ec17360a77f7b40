package jp.yakuba.journeys;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import jp.yakuba.launcher.RunningOffice;

/** Somebody who calls at an office's listener for other offices, byte by byte: with whatever certificate, version or patience. */
final class Caller {
    private static final String REQUEST = "GET /api/exchange/v1/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final SSLContext context;

    private Caller(SSLContext context) {
        this.context = context;
    }

    /** The office itself, as it calls others: with its keys, believing its own authorities. */
    static Caller of(RunningOffice office) {
        return with(office.keys().resolve("exchange.p12"), office.secrets().get("keys"), office);
    }

    /** Somebody with the keys of the file who believes the authorities of the office. */
    static Caller with(Path keys, String password, RunningOffice believing) {
        try {
            return new Caller(context(new KeyManager[] {Insistent.on(keys, password)}, believing));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Somebody who shows nothing. */
    static Caller withoutCertificate(RunningOffice believing) {
        try {
            return new Caller(context(null, believing));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SSLContext context(KeyManager[] keys, RunningOffice believing) throws GeneralSecurityException, IOException {
        var trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(KeyStore.getInstance(believing.keys().resolve("exchange-trust.p12").toFile(), believing.secrets().get("keys").toCharArray()));
        var context = SSLContext.getInstance("TLS");
        context.init(keys, trust.getTrustManagers(), null);
        return context;
    }

    /** What came of a call: the version that was spoken, the certificate that was shown, and the first line of the answer. */
    record Heard(String version, X509Certificate host, String line) {}

    /** Shows its certificate also to a host that named other authorities, of whom an honest caller would show none. */
    private static final class Insistent extends X509ExtendedKeyManager {
        private final X509Certificate[] chain;
        private final PrivateKey key;

        private Insistent(X509Certificate[] chain, PrivateKey key) {
            this.chain = chain;
            this.key = key;
        }

        static Insistent on(Path keys, String password) throws GeneralSecurityException, IOException {
            var store = KeyStore.getInstance(keys.toFile(), password.toCharArray());
            var alias = Collections.list(store.aliases()).stream()
                    .max(Comparator.comparing((String one) -> begins(store, one))).orElseThrow();
            return new Insistent(Arrays.stream(store.getCertificateChain(alias)).map(X509Certificate.class::cast).toArray(X509Certificate[]::new),
                    (PrivateKey) store.getKey(alias, password.toCharArray()));
        }

        private static Date begins(KeyStore store, String alias) {
            try {
                return ((X509Certificate) store.getCertificate(alias)).getNotBefore();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
            return "this one";
        }

        @Override
        public String chooseEngineClientAlias(String[] types, Principal[] issuers, SSLEngine engine) {
            return "this one";
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return chain.clone();
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return key;
        }

        @Override
        public String[] getClientAliases(String type, Principal[] issuers) {
            return new String[] {"this one"};
        }

        @Override
        public String[] getServerAliases(String type, Principal[] issuers) {
            return new String[0];
        }

        @Override
        public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
            return null;
        }
    }

    /** Calls and asks for something; an office that takes the call answers with a line of HTTP. */
    Heard call(RunningOffice host) throws IOException {
        try (var socket = connect(host, "TLSv1.3")) {
            socket.startHandshake();
            socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
            var line = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            if (line.isEmpty()) {
                throw new IOException("The call was ended without an answer");
            }
            return new Heard(socket.getSession().getProtocol(), (X509Certificate) socket.getSession().getPeerCertificates()[0], line);
        }
    }

    /** Calls, asks for something and reads all of the answer. */
    String ask(String path, RunningOffice host) throws IOException {
        try (var socket = connect(host, "TLSv1.3")) {
            socket.startHandshake();
            socket.getOutputStream().write(REQUEST.replace("/api/exchange/v1/", path).getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Calls and speaks no version but this. */
    void callIn(String version, RunningOffice host) throws IOException {
        try (var socket = connect(host, version)) {
            socket.startHandshake();
            socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
            if (socket.getInputStream().read() < 0) {
                throw new IOException("The call was ended without an answer");
            }
        }
    }

    /** Calls, begins to speak and says no more; how long the office listens. */
    Duration fallSilentAfter(String beginning, RunningOffice host) throws IOException {
        try (var socket = connect(host, "TLSv1.3")) {
            socket.startHandshake();
            socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
            var since = System.nanoTime();
            readToEnd(socket.getInputStream());
            return Duration.ofNanos(System.nanoTime() - since);
        }
    }

    private static void readToEnd(InputStream answer) throws IOException {
        try {
            answer.readAllBytes();
        } catch (SocketTimeoutException stillListening) {
            throw stillListening;
        } catch (IOException cut) {
            return; // ended the hard way, which is an end as well
        }
    }

    private SSLSocket connect(RunningOffice host, String version) throws IOException {
        var socket = (SSLSocket) context.getSocketFactory().createSocket("localhost", host.settings().ports().lgwan());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        socket.setEnabledProtocols(new String[] {version});
        return socket;
    }

    /**
     * The greeting of old software, that knows nothing later than the version and offers to renegotiate; everything that comes back.
     */
    static byte[] greet(RunningOffice host, int minorVersion) {
        var greeting = new ByteArrayOutputStream();
        greeting.writeBytes(new byte[] {3, (byte) minorVersion});
        greeting.writeBytes(new byte[32]);
        greeting.write(0);
        // ECDHE and plain RSA suites, and the sign that stands for an offer of renegotiation
        greeting.writeBytes(new byte[] {0, 10, (byte) 0xC0, 0x2F, (byte) 0xC0, 0x13, 0, (byte) 0x9C, 0, 0x2F, 0, (byte) 0xFF});
        greeting.writeBytes(new byte[] {1, 0});
        // groups, their form, signatures of SHA-256 with RSA
        greeting.writeBytes(new byte[] {0, 22, 0, 10, 0, 4, 0, 2, 0, 23, 0, 11, 0, 2, 1, 0, 0, 13, 0, 4, 0, 2, 4, 1});
        var body = greeting.toByteArray();
        var record = new ByteArrayOutputStream();
        record.writeBytes(new byte[] {22, 3, (byte) Math.min(minorVersion, 1), 0, (byte) (body.length + 4), 1, 0, 0, (byte) body.length});
        record.writeBytes(body);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), host.settings().ports().lgwan())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(record.toByteArray());
            return socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A key file with a certificate that somebody gave to himself. */
    static Path selfMade(Path folder) throws IOException, InterruptedException {
        var file = Files.createDirectories(folder).resolve("self-made.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(keytool, "-genkeypair", "-alias", "me", "-keyalg", "RSA", "-dname", "CN=localhost, OID.2.5.4.97=LG:JP-132209",
                "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", "self-made", "-noprompt").inheritIO().start();
        if (made.waitFor() != 0) {
            throw new IOException("keytool made no key");
        }
        return file;
    }
}
