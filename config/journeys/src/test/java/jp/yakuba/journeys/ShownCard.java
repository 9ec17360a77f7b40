package jp.yakuba.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import java.net.Socket;
import jp.yakuba.cards.CardBox;
import jp.yakuba.cards.SampleIdentities;

/** A sample card that is shown at the card listener without a browser. */
final class ShownCard {
    private final OpenOffice office;
    private final HttpClient client;

    private ShownCard(OpenOffice office, HttpClient client) {
        this.office = office;
        this.client = client;
    }

    static ShownCard of(OpenOffice office, String card) {
        var file = SampleIdentities.cards(office.running().settings().home()).resolve(card).resolve("sign-in.p12");
        try (var in = Files.newInputStream(file)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, CardBox.PASSWORD.toCharArray());
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, CardBox.PASSWORD.toCharArray());
            var tls = SSLContext.getInstance("TLS");
            tls.init(keys.getKeyManagers(), new TrustManager[] {new AnyServer()}, null);
            return new ShownCard(office, HttpClient.newBuilder().sslContext(tls).build());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Where the card listener sends a browser that shows the card there. */
    String at(String address) {
        try {
            var answer = client.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.discarding());
            return answer.headers().firstValue("Location").orElse("status " + answer.statusCode());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Comes in with the card; a card that is new here gets an account with the mail address. */
    Intruder comesIn(String mail) {
        var browser = Intruder.atPortal(office);
        var away = browser.get("/card/start").headers().firstValue("Location").orElseThrow();
        var home = browser.get(pathOf(at(away)));
        var next = pathOf(home.headers().firstValue("Location").orElseThrow());
        if (next.startsWith("/register-card")) {
            browser.post(next, browser.filled(next, java.util.Map.of(
                    "displayName", mail.replaceAll("@.*", ""), "mail", mail, "send", "send")));
        }
        return browser;
    }

    /** The path of an address of the portal. */
    static String pathOf(String address) {
        var uri = URI.create(address);
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }

    /** The sample town's server shows a certificate that nobody else knows. */
    private static final class AnyServer extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
