package jp.yakuba.signature.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import jp.yakuba.signature.api.KeyState;

/**
 * The office's keys (職責証明書): a PKCS #12 file named by {@code YAKUBA_SIGNING_KEYS} with the password in
 * {@code YAKUBA_SIGNING_PASSWORD}. It is read again when it changes, so that a new certificate needs no new start; of
 * several keys the one whose certificate is valid and youngest signs.
 */
@ApplicationScoped
public class SigningKeys {
    private volatile Read last = new Read(null, 0, 0, null, KeyState.OFF, List.of());

    private record Read(Path file, long changed, long size, String password, KeyState fault, List<SigningKey> keys) {
        boolean isOf(Path asked, long now, long length, String word) {
            return asked.equals(file) && changed == now && size == length && Objects.equals(password, word);
        }

        @Override
        public String toString() {
            return "Keys of " + file;
        }
    }

    /** What the file gives at a moment: a key, or why there is none. */
    record Found(KeyState state, SigningKey key) {}

    /** The key that signs at the moment. */
    Found at(Instant moment) {
        var file = OfficeSetting.of("YAKUBA_SIGNING_KEYS");
        if (file == null) {
            return new Found(KeyState.OFF, null);
        }
        var read = read(Path.of(file), OfficeSetting.of("YAKUBA_SIGNING_PASSWORD"));
        if (read.keys().isEmpty()) {
            return new Found(read.fault(), null);
        }
        var valid = read.keys().stream().filter(key -> key.isValid(moment)).findFirst();
        return valid.map(key -> new Found(KeyState.WORKING, key))
                .orElseGet(() -> new Found(KeyState.EXPIRED, read.keys().get(0)));
    }

    private Read read(Path file, String password) {
        try {
            long changed = Files.getLastModifiedTime(file).toMillis();
            long size = Files.size(file);
            var known = last;
            if (!known.isOf(file, changed, size, password)) {
                known = load(file, changed, size, password);
                last = known;
            }
            return known;
        } catch (IOException gone) {
            return new Read(file, 0, 0, password, KeyState.UNREADABLE, List.of());
        }
    }

    private static Read load(Path file, long changed, long size, String password) {
        var word = password == null ? new char[0] : password.toCharArray();
        try (var in = Files.newInputStream(file)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, word);
            return new Read(file, changed, size, password, KeyState.EMPTY, keys(store, word));
        } catch (GeneralSecurityException | IOException closed) {
            return new Read(file, changed, size, password, isPassword(closed) ? KeyState.WRONG_PASSWORD : KeyState.UNREADABLE, List.of());
        } finally {
            Arrays.fill(word, '\0');
        }
    }

    private static boolean isPassword(Exception closed) {
        return closed instanceof UnrecoverableKeyException || closed.getCause() instanceof UnrecoverableKeyException;
    }

    /** Every key with a certificate, the youngest first. */
    private static List<SigningKey> keys(KeyStore store, char[] word) throws GeneralSecurityException {
        var keys = new ArrayList<SigningKey>();
        for (var alias : Collections.list(store.aliases())) {
            var chain = store.getCertificateChain(alias);
            if (chain != null && chain.length > 0 && store.getKey(alias, word) instanceof PrivateKey key) {
                keys.add(new SigningKey(key, Arrays.stream(chain).map(X509Certificate.class::cast).toList()));
            }
        }
        keys.sort(Comparator.comparing((SigningKey key) -> key.certificate().getNotBefore()).reversed());
        return List.copyOf(keys);
    }
}
