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
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** PKCS #12 files: keys with their certificates, and certificates that are trusted; written whole or not at all. */
final class KeyFile {
    private KeyFile() {}

    /** Writes one key with its certificate and those above it. */
    static void write(Path file, String alias, PrivateKey key, String password, X509Certificate... chain) {
        save(file, password, store -> store.setKeyEntry(alias, key, password.toCharArray(), chain));
    }

    /** Adds one key with its certificate and those above it to what the file holds; a missing file is made. */
    static void add(Path file, String alias, PrivateKey key, String password, X509Certificate... chain) {
        var held = Files.exists(file) ? open(file, password) : null;
        save(file, password, store -> {
            if (held != null) {
                for (var old : Collections.list(held.aliases())) {
                    store.setKeyEntry(old, held.getKey(old, password.toCharArray()), password.toCharArray(), held.getCertificateChain(old));
                }
            }
            store.setKeyEntry(free(store, alias), key, password.toCharArray(), chain);
        });
    }

    /** A name that no key has; one between may have been taken out. */
    private static String free(KeyStore store, String alias) throws GeneralSecurityException {
        var name = alias;
        for (var number = 2; store.containsAlias(name); number++) {
            name = alias + "-" + number;
        }
        return name;
    }

    /** The certificates of all keys of a file, the youngest first; none if there is no file. */
    static List<X509Certificate> certificates(Path file, String password) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            var store = open(file, password);
            var found = new ArrayList<X509Certificate>();
            for (var alias : Collections.list(store.aliases())) {
                found.add((X509Certificate) store.getCertificate(alias));
            }
            found.sort(Comparator.comparing(X509Certificate::getNotBefore).reversed());
            return found;
        } catch (GeneralSecurityException e) {
            throw new CardsFailed("The key file " + file + " cannot be read", e);
        }
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
        try {
            var store = open(file, password);
            var alias = store.aliases().nextElement();
            return new Authority((PrivateKey) store.getKey(alias, password.toCharArray()),
                    (X509Certificate) store.getCertificate(alias));
        } catch (GeneralSecurityException e) {
            throw new CardsFailed("The key file " + file + " cannot be read", e);
        }
    }

    private static KeyStore open(Path file, String password) {
        try (var in = Files.newInputStream(file)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            return store;
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
