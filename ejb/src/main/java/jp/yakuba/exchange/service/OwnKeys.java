package jp.yakuba.exchange.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/** The certificates that this office has to show at the line, as they stand in its file. */
final class OwnKeys {
    private OwnKeys() {}

    /** Those who show them in a handshake. */
    static KeyManager[] managers() throws IOException, GeneralSecurityException {
        var word = word();
        try {
            var factory = KeyManagerFactory.getInstance("SunX509");
            factory.init(open(word), word);
            return factory.getKeyManagers();
        } finally {
            Arrays.fill(word, '\0');
        }
    }

    /** All of them; none if no file is named. */
    static List<X509Certificate> certificates() throws IOException, GeneralSecurityException {
        if (ExchangeSetting.of("YAKUBA_EXCHANGE_KEYS") == null) {
            return List.of();
        }
        var word = word();
        try {
            var store = open(word);
            var found = new ArrayList<X509Certificate>();
            for (var alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias) && store.getCertificate(alias) instanceof X509Certificate certificate) {
                    found.add(certificate);
                }
            }
            return found;
        } finally {
            Arrays.fill(word, '\0');
        }
    }

    private static char[] word() {
        var setting = ExchangeSetting.of("YAKUBA_EXCHANGE_PASSWORD");
        return setting == null ? new char[0] : setting.toCharArray();
    }

    private static KeyStore open(char[] word) throws IOException, GeneralSecurityException {
        try (var in = Files.newInputStream(Path.of(ExchangeSetting.of("YAKUBA_EXCHANGE_KEYS")))) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, word);
            return store;
        }
    }
}
