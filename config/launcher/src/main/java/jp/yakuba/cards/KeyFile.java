package jp.yakuba.cards;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Map;

/** PKCS #12 files: keys with their certificates, and certificates that are trusted; written whole or not at all. */
final class KeyFile {
    private KeyFile() {}

    /** Writes one key with its certificate and those above it. */
    static void write(Path file, String alias, PrivateKey key, String password, X509Certificate... chain) {
        save(file, password, store -> store.setKeyEntry(alias, key, password.toCharArray(), chain));
    }

    /** Writes certificates that are trusted. */
    static void writeTrusted(Path file, String password, Map<String, ? extends Certificate> trusted) {
        save(file, password, store -> {
            for (var entry : trusted.entrySet()) {
                store.setCertificateEntry(entry.getKey(), entry.getValue());
            }
        });
    }

    /** Reads the one key of a file with its certificate. */
    static Authority read(Path file, String password) {
        try (var in = Files.newInputStream(file)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            var alias = store.aliases().nextElement();
            return new Authority((PrivateKey) store.getKey(alias, password.toCharArray()),
                    (X509Certificate) store.getCertificate(alias));
        } catch (GeneralSecurityException | IOException e) {
            throw new CardsFailed("The key file " + file + " cannot be read", e);
        }
    }

    private interface Filling {
        void fill(KeyStore store) throws GeneralSecurityException;
    }

    private static void save(Path file, String password, Filling filling) {
        try {
            Files.createDirectories(file.getParent());
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            filling.fill(store);
            var draft = file.resolveSibling(file.getFileName() + ".draft");
            try (var out = Files.newOutputStream(draft)) {
                store.store(out, password.toCharArray());
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (GeneralSecurityException | IOException e) {
            throw new CardsFailed("The key file " + file + " cannot be written", e);
        }
    }
}
