package jp.yakuba.cards;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One authority of a sample town below its root: its key, the folder in which its certificate and its list of revoked ones are
 * published, and the key files that it fills. Every step can be done again after a start that died in the middle. It lasts for
 * longer than any clock of a sample town is shifted.
 */
final class SampleBranch {
    private static final Duration LIFE = Duration.ofDays(14_600);
    private static final Duration LIFE_OF_LIST = Duration.ofDays(400);
    private static final Duration BEFORE = Duration.ofDays(1);

    private final Path keys;
    private final String password;
    private final String kind;
    private final Path published;

    /** The authority of the kind, whose key lies among the keys; {@code published} is the folder for everybody. */
    SampleBranch(Path keys, String password, String kind, Path published) {
        this.keys = keys;
        this.password = password;
        this.kind = kind;
        this.published = published;
    }

    /** Makes the authority if there is none, publishes it and issues a fresh list. */
    void ensure(SampleTown town, Instant now) {
        if (!Files.exists(file(".p12"))) {
            var root = KeyFile.read(keys.resolve("sample-authority/root.p12"), password);
            var made = root.branch("OU=Sample " + kind + " CA " + town.code() + ", O=Yakuba sample town, C=JP", now.minus(BEFORE), now.plus(LIFE));
            KeyFile.write(file(".p12"), kind, made.key(), password, made.certificate());
        }
        try {
            Files.createDirectories(published);
            var authority = authority();
            publish("authority.cer", authority.certificate().getEncoded());
            publish("authority.crl", authority.revoke(revoked(), now, LIFE_OF_LIST).getEncoded());
        } catch (IOException | GeneralSecurityException e) {
            throw new CardsFailed("The authority in " + published + " cannot be published", e);
        }
    }

    /** Writes the certificate on the list of revoked ones; {@link #ensure} issues the list. */
    void revoke(X509Certificate certificate) {
        try {
            var serials = new ArrayList<>(revoked());
            serials.add(certificate.getSerialNumber());
            Files.write(file(".revoked"), serials.stream().map(BigInteger::toString).toList());
        } catch (IOException e) {
            throw new CardsFailed("The list of the " + kind + " authority cannot be written", e);
        }
    }

    /** True if this authority issued the certificate. */
    boolean issued(X509Certificate certificate) {
        try {
            certificate.verify(authority().certificate().getPublicKey());
            return true;
        } catch (GeneralSecurityException another) {
            return false;
        }
    }

    /** Adds a new key to the file, with a certificate younger than those of the keys that it holds: from now on it is the one that is used. */
    X509Certificate addKey(String file, String subject, int usage, Consumer<Authority.Making> more, Instant now) {
        var held = KeyFile.certificates(keys.resolve(file), password);
        var from = held.isEmpty() ? now.minus(BEFORE) : later(now.minusSeconds(60), held.get(0).getNotBefore().toInstant().plusSeconds(1));
        var pair = Authority.keyPair();
        var authority = authority();
        var certificate = authority.issue(new Authority.Wish(subject, from, now.plus(LIFE), usage, more), pair);
        KeyFile.add(keys.resolve(file), kind, pair.getPrivate(), password, certificate, authority.certificate());
        return certificate;
    }

    private Authority authority() {
        return KeyFile.read(file(".p12"), password);
    }

    private List<BigInteger> revoked() throws IOException {
        return Files.exists(file(".revoked"))
                ? Files.readAllLines(file(".revoked")).stream().filter(line -> !line.isBlank()).map(BigInteger::new).toList()
                : List.of();
    }

    private void publish(String name, byte[] content) throws IOException {
        var draft = Files.write(published.resolve(name + ".draft"), content);
        Files.move(draft, published.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private Path file(String ending) {
        return keys.resolve("sample-authority").resolve(kind + ending);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
