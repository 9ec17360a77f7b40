package jp.yakuba.cards;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CRLException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;

/**
 * The authority of a sample town, made under {@code keys} on the first start: a root, one branch for sign-in
 * certificates and one for signature certificates, the server's TLS key, the trust store of the card listener, and the
 * folder of card authorities (certificates and revocation lists) that the application reads.
 */
public final class TestAuthority {
    private static final Duration LIFE_OF_AUTHORITY = Duration.ofDays(3650);
    private static final Duration LIFE_OF_SERVER = Duration.ofDays(820);
    private static final Duration LIFE_OF_LIST = Duration.ofDays(400);
    private static final String SIGN_IN = "sign-in";
    private static final String SIGNATURE = "signature";

    private final Path keys;
    private final String password;
    private final Instant now;

    /** The authority that lives in the folder; the password protects its key files. */
    public TestAuthority(Path keys, String password, Instant now) {
        this.keys = keys;
        this.password = password;
        this.now = now;
    }

    /** Makes what is missing and issues fresh revocation lists. */
    public void ensure() {
        try {
            if (!Files.exists(file("root"))) {
                make();
            }
            issueList(SIGN_IN);
            issueList(SIGNATURE);
        } catch (IOException | CertificateEncodingException | CRLException e) {
            throw new CardsFailed("The keys in " + keys + " cannot be written", e);
        }
    }

    /** Writes a serial number on the list of the branch that issued it; {@link #ensure} issues the list. */
    void revoke(boolean signature, X509Certificate certificate) throws IOException {
        var revoked = revokedFile(signature ? SIGNATURE : SIGN_IN);
        var serials = new ArrayList<>(Files.exists(revoked) ? Files.readAllLines(revoked) : List.of());
        serials.add(certificate.getSerialNumber().toString());
        Files.write(revoked, serials);
    }

    /** The branch that issues sign-in certificates. */
    Authority signIn() {
        return KeyFile.read(file(SIGN_IN), password);
    }

    /** The branch that issues signature certificates. */
    Authority signature() {
        return KeyFile.read(file(SIGNATURE), password);
    }

    private void make() throws IOException, CertificateEncodingException {
        var from = now.minus(Duration.ofDays(1));
        var until = now.plus(LIFE_OF_AUTHORITY);
        var root = Authority.root("CN=Sample Root CA, O=Yakuba sample town, C=JP", from, until);
        var signIn = root.branch("OU=Sample sign-in CA, O=Yakuba sample town, C=JP", from, until);
        var signature = root.branch("OU=Sample signature CA, O=Yakuba sample town, C=JP", from, until);
        KeyFile.write(file(SIGN_IN), SIGN_IN, signIn.key(), password, signIn.certificate());
        KeyFile.write(file(SIGNATURE), SIGNATURE, signature.key(), password, signature.certificate());
        KeyFile.writeTrusted(keys.resolve("trust.p12"), password, Map.of(SIGN_IN, signIn.certificate()));
        makeServer(root, from);
        publish(SIGN_IN, signIn);
        publish(SIGNATURE, signature);
        Files.write(keys.resolve("sample-root.cer"), root.certificate().getEncoded());
        KeyFile.write(file("root"), "root", root.key(), password, root.certificate());
    }

    private void makeServer(Authority root, Instant from) {
        var pair = Authority.keyPair();
        var names = new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.dNSName, "localhost"), new GeneralName(GeneralName.iPAddress, "127.0.0.1")});
        var certificate = root.issue(new Authority.Wish("CN=localhost", from, now.plus(LIFE_OF_SERVER),
                KeyUsage.digitalSignature | KeyUsage.keyEncipherment,
                making -> making.add(Extension.subjectAlternativeName, false, names)), pair);
        KeyFile.write(keys.resolve("server.p12"), "server", pair.getPrivate(), password, certificate, root.certificate());
    }

    private void publish(String kind, Authority authority) throws IOException, CertificateEncodingException {
        var folder = Files.createDirectories(published(kind));
        Files.write(folder.resolve("authority.cer"), authority.certificate().getEncoded());
    }

    private void issueList(String kind) throws IOException, CRLException {
        var revoked = revokedFile(kind);
        List<BigInteger> serials = Files.exists(revoked)
                ? Files.readAllLines(revoked).stream().filter(line -> !line.isBlank()).map(BigInteger::new).toList()
                : List.of();
        var list = KeyFile.read(file(kind), password).revoke(serials, now, LIFE_OF_LIST);
        var draft = Files.write(published(kind).resolve("authority.draft"), list.getEncoded());
        Files.move(draft, published(kind).resolve("authority.crl"),
                StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private Path published(String kind) {
        return keys.resolve("card-authorities").resolve(kind);
    }

    private Path file(String name) {
        return keys.resolve("sample-authority").resolve(name + ".p12");
    }

    private Path revokedFile(String kind) {
        return keys.resolve("sample-authority").resolve(kind + ".revoked");
    }
}
