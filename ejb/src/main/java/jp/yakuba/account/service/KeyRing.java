package jp.yakuba.account.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import jp.yakuba.account.model.SecretToken;
import jp.yakuba.account.store.GuardStore;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Sha256;

/**
 * The keys of the server: AES-256-GCM under a key that every node shares. A part of each key stands in the database, the
 * other, where the operator sets it, in the environment ({@code YAKUBA_KEY_SHARE}), so that a stolen database opens nothing.
 */
@ApplicationScoped
public class KeyRing {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Map<String, SecretKey> keys = new ConcurrentHashMap<>();

    @Inject
    private GuardStore store;

    @Inject
    private OfficeClock clock;

    /** Encrypts with the key of the name; the context must be the same for decrypting. */
    @Transactional
    public byte[] seal(String keyName, String context, byte[] plain) {
        var nonce = SecretToken.bytes(NONCE_BYTES);
        var sealed = run(Cipher.ENCRYPT_MODE, keyName, context, nonce, plain);
        return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
    }

    /** Decrypts what {@link #seal} made. */
    @Transactional
    public byte[] open(String keyName, String context, byte[] sealed) {
        var buffer = ByteBuffer.wrap(sealed);
        var nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        var rest = new byte[buffer.remaining()];
        buffer.get(rest);
        return run(Cipher.DECRYPT_MODE, keyName, context, nonce, rest);
    }

    private byte[] run(int mode, String keyName, String context, byte[] nonce, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, keys.computeIfAbsent(keyName, this::load), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("What is sealed under " + keyName + " cannot be opened here", e);
        }
    }

    private SecretKey load(String name) {
        var stored = store.secret(name, SecretToken.bytes(KEY_BYTES), clock.now());
        var share = System.getenv().getOrDefault("YAKUBA_KEY_SHARE", "").getBytes(StandardCharsets.UTF_8);
        return new SecretKeySpec(
                Sha256.of(ByteBuffer.allocate(stored.length + share.length).put(stored).put(share).array()), "AES");
    }
}
