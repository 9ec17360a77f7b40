package jp.yakuba.exchange.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import jp.yakuba.exchange.gateway.PeerLine;
import jp.yakuba.exchange.gateway.PeerUnreachable;
import jp.yakuba.kernel.OfficeClock;

/**
 * The line over HTTPS with TLS 1.3. Both certificates name their office; the key file is read again when it changes, so that a new
 * certificate needs no new start and no gap.
 */
@ApplicationScoped
public class HttpPeerLine implements PeerLine {
    private static final Logger LOG = System.getLogger(HttpPeerLine.class.getName());
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final Map<String, Kept> clients = new ConcurrentHashMap<>();
    /** What each office showed in its latest handshake. */
    private final Map<String, X509Certificate> shown = new ConcurrentHashMap<>();

    @Inject
    private CertificateBook book;

    @Inject
    private OrganisationTrust trust;

    @Inject
    private OfficeClock clock;

    private record Kept(Path file, long changed, long until, HttpClient client) {}

    @Override
    public boolean isOn() {
        var file = ExchangeSetting.of("YAKUBA_EXCHANGE_KEYS");
        return file != null && Files.isReadable(Path.of(file));
    }

    @Override
    public Reply ask(Request request) throws PeerUnreachable {
        try {
            var asked = HttpRequest.newBuilder(request.address()).timeout(request.patience()).method(request.method(), body(request));
            request.headers().forEach(asked::header);
            var answer = client(request.peer()).send(asked.build(), BodyHandlers.ofInputStream());
            remember(request.peer());
            try (var content = answer.body()) {
                var late = CompletableFuture.runAsync(() -> shut(content), CompletableFuture.delayedExecutor(request.patience().toMillis(), TimeUnit.MILLISECONDS));
                try {
                    return reply(answer, content.readNBytes(request.most()));
                } finally {
                    late.cancel(false);
                }
            }
        } catch (IOException | GeneralSecurityException away) {
            throw new PeerUnreachable(essence(away), away);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new PeerUnreachable("interrupted", ended);
        }
    }

    /** The client's patience ends with the head of an answer; whoever falls silent after it is cut off here. */
    private static void shut(InputStream content) {
        try {
            content.close();
        } catch (IOException closed) {
            LOG.log(Level.DEBUG, "An answer that came too slowly is cut off: {0}", closed.getMessage());
        }
    }

    private void remember(String peer) {
        var certificate = shown.get(peer);
        if (certificate != null) {
            book.saw(peer, certificate, false);
        }
    }

    private static String essence(Exception away) {
        Throwable root = away;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + (root.getMessage() == null ? "" : ": " + root.getMessage());
    }

    private static Reply reply(HttpResponse<InputStream> answer, byte[] content) {
        var headers = answer.headers().map().entrySet().stream()
                .collect(Collectors.toMap(header -> header.getKey().toLowerCase(Locale.ROOT), header -> header.getValue().get(0), (one, other) -> one));
        return new Reply(answer.statusCode(), headers.getOrDefault("content-type", ""), headers, content);
    }

    private static BodyPublisher body(Request request) {
        return request.body() == null || request.length() == 0 ? BodyPublishers.noBody()
                : BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(request.body()::open), request.length());
    }

    /** The client that speaks to this peer and to nobody else; made anew when the key file changes or its certificate ends. */
    private HttpClient client(String peer) throws IOException, GeneralSecurityException {
        var named = ExchangeSetting.of("YAKUBA_EXCHANGE_KEYS");
        if (named == null) {
            throw new IOException("This office has no certificate as an organisation");
        }
        var file = Path.of(named);
        long changed = Files.getLastModifiedTime(file).toMillis();
        long now = clock.now().toEpochMilli();
        var kept = clients.get(peer);
        if (kept == null || !kept.file().equals(file) || kept.changed() != changed || kept.until() <= now) {
            kept = make(peer, file, changed);
            clients.put(peer, kept);
        }
        return kept.client();
    }

    private Kept make(String peer, Path file, long changed) throws IOException, GeneralSecurityException {
        var key = youngest(file);
        var context = SSLContext.getInstance("TLSv1.3");
        context.init(new KeyManager[] {key}, new TrustManager[] {new PeerAlone(peer, trust, shown)}, null);
        var parameters = new SSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3"});
        var client = HttpClient.newBuilder().sslContext(context).sslParameters(parameters).connectTimeout(CONNECT)
                .version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER).build();
        return new Kept(file, changed, key.chain[0].getNotAfter().getTime(), client);
    }

    /** The key whose certificate is valid now and youngest. */
    private OneKey youngest(Path file) throws IOException, GeneralSecurityException {
        var named = ExchangeSetting.of("YAKUBA_EXCHANGE_PASSWORD");
        var word = named == null ? new char[0] : named.toCharArray();
        try (var in = Files.newInputStream(file)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, word);
            return keys(store, word).stream()
                    .filter(key -> isValid(key.chain[0]))
                    .max(Comparator.comparing(key -> key.chain[0].getNotBefore()))
                    .orElseThrow(() -> new CertificateException("No certificate of this office as an organisation is valid"));
        } finally {
            Arrays.fill(word, '\0');
        }
    }

    private static List<OneKey> keys(KeyStore store, char[] word) throws GeneralSecurityException {
        var keys = new java.util.ArrayList<OneKey>();
        for (var alias : Collections.list(store.aliases())) {
            var chain = store.getCertificateChain(alias);
            if (chain != null && store.getKey(alias, word) instanceof PrivateKey key) {
                keys.add(new OneKey(key, Arrays.copyOf(chain, chain.length, X509Certificate[].class)));
            }
        }
        return keys;
    }

    private boolean isValid(X509Certificate certificate) {
        var now = java.util.Date.from(clock.now());
        return !now.before(certificate.getNotBefore()) && now.before(certificate.getNotAfter());
    }

    /** Shows one certificate, whatever is asked for. */
    private static final class OneKey extends X509ExtendedKeyManager {
        private static final String ALIAS = "office";
        private final PrivateKey key;
        private final X509Certificate[] chain;

        OneKey(PrivateKey key, X509Certificate[] chain) {
            this.key = key;
            this.chain = chain;
        }

        @Override
        public String chooseEngineClientAlias(String[] types, java.security.Principal[] issuers, SSLEngine engine) {
            return Arrays.asList(types).contains(key.getAlgorithm()) ? ALIAS : null;
        }

        @Override
        public String chooseClientAlias(String[] types, java.security.Principal[] issuers, Socket socket) {
            return ALIAS;
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
        public String[] getClientAliases(String type, java.security.Principal[] issuers) {
            return new String[] {ALIAS};
        }

        @Override
        public String[] getServerAliases(String type, java.security.Principal[] issuers) {
            return new String[0];
        }

        @Override
        public String chooseServerAlias(String type, java.security.Principal[] issuers, Socket socket) {
            return null;
        }
    }

    /** Believes the certificate of one office, wherever its exchange stands: the office is named in the certificate, a host need not be. */
    private static final class PeerAlone extends X509ExtendedTrustManager {
        private final String peer;
        private final OrganisationTrust trust;
        private final Map<String, X509Certificate> shown;

        PeerAlone(String peer, OrganisationTrust trust, Map<String, X509Certificate> shown) {
            this.peer = peer;
            this.trust = trust;
            this.shown = shown;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
            judge(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
            throw new CertificateException("Only engines are served");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("Only engines are served");
        }

        private void judge(X509Certificate[] chain) throws CertificateException {
            var office = trust.officeOf(List.of(chain)).orElse(null);
            if (!peer.equals(office)) {
                throw new CertificateException("The certificate is not that of the office " + peer);
            }
            shown.put(peer, chain[0]);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
            throw new CertificateException("No clients here");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
            throw new CertificateException("No clients here");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("No clients here");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
