package jp.yakuba.cards;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;

/**
 * The cards of a sample town: a folder for each with {@code sign-in.p12}, {@code signature.p12} and
 * {@code card.properties}. The password of every file is {@value #PASSWORD}.
 */
public final class CardBox {
    /** Password of the key files, and number to type where a card asks for one. */
    public static final String PASSWORD = "sample123";

    private static final String SIGN_IN = "sign-in";
    private static final String SIGNATURE = "signature";
    private static final Duration LIFE = Duration.ofDays(1500);
    private static final int IDENTIFIER_BYTES = 13;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;
    private final TestAuthority authority;
    private final Instant now;

    /** The box in the folder, filled by the authority. */
    public CardBox(Path folder, TestAuthority authority, Instant now) {
        this.folder = folder;
        this.authority = authority;
        this.now = now;
    }

    /** A card that holds for four years. */
    public void issue(CardOwner owner) {
        issue(owner, signIn -> { });
    }

    /** The same, of which somebody must know: whoever is told of the sign-in certificate hears it before the card counts as issued. */
    void issue(CardOwner owner, Consumer<X509Certificate> told) {
        issue(owner, authority.signIn(), now.minus(Duration.ofDays(1)), now.plus(LIFE), told);
    }

    /** A card whose days are over. */
    public void issueExpired(CardOwner owner) {
        issue(owner, authority.signIn(), now.minus(Duration.ofDays(1900)), now.minus(Duration.ofDays(2)), signIn -> { });
    }

    /** A card that was reported lost. */
    public void issueRevoked(CardOwner owner) {
        issue(owner, signIn -> revoke(signIn, KeyFile.read(place(owner).resolve("signature.p12"), PASSWORD).certificate()));
    }

    private void revoke(X509Certificate signIn, X509Certificate signature) {
        try {
            authority.revoke(false, signIn);
            authority.revoke(true, signature);
        } catch (IOException e) {
            throw new CardsFailed("The revocation cannot be written", e);
        }
    }

    /** A card of an authority that nobody knows. */
    public void issueOfStranger(CardOwner owner) {
        var from = now.minus(Duration.ofDays(1));
        issue(owner, Authority.root("CN=An authority nobody knows, C=JP", from, now.plus(LIFE)), from, now.plus(LIFE), signIn -> { });
    }

    /** True if the card is in the box. */
    boolean holds(String card) {
        return Files.exists(folder.resolve(card).resolve("card.properties"));
    }

    /** Names of the cards in a box's folder. */
    static List<String> list(Path folder) {
        try (var entries = Files.isDirectory(folder) ? Files.list(folder) : java.util.stream.Stream.<Path>empty()) {
            return entries.filter(Files::isDirectory).map(path -> path.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new CardsFailed("The cards in " + folder + " cannot be listed", e);
        }
    }

    private Path place(CardOwner owner) {
        return folder.resolve(owner.card());
    }

    private void issue(CardOwner owner, Authority signIn, Instant from, Instant until, Consumer<X509Certificate> told) {
        var place = place(owner);
        var signInKeys = Authority.keyPair();
        var signInCertificate = signIn.issue(new Authority.Wish(
                "CN=" + identifier() + ", O=Yakuba sample town, C=JP", from, until, KeyUsage.digitalSignature,
                making -> making.policy(CardShape.SIGN_IN_POLICY)), signInKeys);
        var signature = authority.signature();
        var signatureKeys = Authority.keyPair();
        var signatureCertificate = signature.issue(new Authority.Wish(
                "CN=" + identifier() + ", O=Yakuba sample town, C=JP", from, until,
                KeyUsage.digitalSignature | KeyUsage.nonRepudiation, making -> {
                    making.policy(CardShape.SIGNATURE_POLICY);
                    making.add(Extension.subjectAlternativeName, false, CardShape.facts(owner));
                }), signatureKeys);
        KeyFile.write(place.resolve("sign-in.p12"), SIGN_IN, signInKeys.getPrivate(), PASSWORD, signInCertificate, signIn.certificate());
        KeyFile.write(place.resolve("signature.p12"), SIGNATURE, signatureKeys.getPrivate(), PASSWORD,
                signatureCertificate, signature.certificate());
        told.accept(signInCertificate);
        describe(place, owner);
    }

    /** The last word, by which a card counts as issued: whole or not there, also when the power goes. */
    private static void describe(Path place, CardOwner owner) {
        var facts = new Properties();
        facts.setProperty("name", owner.name());
        facts.setProperty("birthDate", owner.birthDate().toString());
        facts.setProperty("sex", owner.sex());
        facts.setProperty("address", owner.address());
        facts.setProperty("inLedger", Boolean.toString(owner.personId() != null));
        try {
            var draft = place.resolve("card.draft");
            try (Writer out = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
                facts.store(out, "An invented person; password of the key files: " + PASSWORD);
            }
            Files.move(draft, place.resolve("card.properties"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new CardsFailed("The card in " + place + " cannot be described", e);
        }
    }

    private static String identifier() {
        var bytes = new byte[IDENTIFIER_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }
}
