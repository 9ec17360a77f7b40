package jp.yakuba.cards;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/**
 * What the office of a sample town signs with (職責証明書), made under {@code keys} by the test authority: the office's key, that of
 * the time stamp service, and the folder of authorities and revocation lists that the application trusts. It lasts for longer than
 * any clock of a sample town is shifted.
 */
public final class SampleSigning {
    private static final Duration LIFE = Duration.ofDays(14_600);
    private static final Duration LIFE_OF_LIST = Duration.ofDays(400);
    private static final String OFFICE = "office";
    private static final String STAMPS = "stamps";

    private final Path keys;
    private final String password;
    private final DataSource owner;
    private final Instant now;

    /** For the office whose keys lie in the folder; the password protects the key files. */
    public SampleSigning(Path keys, String password, DataSource owner, Instant now) {
        this.keys = keys;
        this.password = password;
        this.owner = owner;
        this.now = now;
    }

    /** Makes what is missing and issues fresh lists. */
    public void ensure() {
        try {
            for (var kind : List.of(OFFICE, STAMPS)) {
                if (!Files.exists(authority(kind))) {
                    make(kind);
                }
                issueList(kind);
            }
        } catch (IOException | CertificateEncodingException | CRLException | SQLException e) {
            throw new CardsFailed("The office's keys in " + keys + " cannot be made", e);
        }
    }

    /** What the application must be told. */
    public Map<String, String> environment() {
        return Map.of("YAKUBA_SIGNING_KEYS", keys.resolve("signing.p12").toString(), "YAKUBA_SIGNING_PASSWORD", password,
                "YAKUBA_SIGNING_AUTHORITIES", keys.resolve("signing-authorities").toString());
    }

    /** The time stamp service of the sample town at a port of this machine. */
    public StampService stamps(int port) {
        return new StampService(keys.resolve("stamp-service.p12"), password, port);
    }

    private void make(String kind) throws IOException, CertificateEncodingException, SQLException {
        var root = KeyFile.read(keys.resolve("sample-authority/root.p12"), password);
        var from = now.minus(Duration.ofDays(1));
        var branch = root.branch("OU=Sample " + kind + " CA, O=Yakuba sample town, C=JP", from, now.plus(LIFE));
        var folder = Files.createDirectories(published(kind));
        Files.write(folder.resolve("authority.cer"), branch.certificate().getEncoded());
        if (kind.equals(OFFICE)) {
            issue(branch, "CN=" + head() + ", O=Yakuba sample town, C=JP", "signing.p12", KeyUsage.digitalSignature | KeyUsage.nonRepudiation, making -> { });
        } else {
            issue(branch, "CN=Sample time stamp service, O=Yakuba sample town, C=JP", "stamp-service.p12", KeyUsage.digitalSignature, making ->
                    making.add(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping)));
        }
        KeyFile.write(authority(kind), kind, branch.key(), password, branch.certificate()); // last: by it the kind counts as made
    }

    private void issue(Authority branch, String subject, String file, int usage, java.util.function.Consumer<Authority.Making> more) {
        var pair = Authority.keyPair();
        var certificate = branch.issue(new Authority.Wish(subject, now.minus(Duration.ofDays(1)), now.plus(LIFE), usage, more), pair);
        KeyFile.write(keys.resolve(file), OFFICE, pair.getPrivate(), password, certificate, branch.certificate());
    }

    /** Title of the head of the town, in whose name the office signs. */
    private String head() throws SQLException {
        try (var connection = owner.getConnection(); var statement = connection.createStatement();
                var row = statement.executeQuery("select head_title from yakuba.org_town")) {
            return row.next() ? row.getString(1) : "The office";
        }
    }

    private void issueList(String kind) throws IOException, CRLException {
        var list = KeyFile.read(authority(kind), password).revoke(List.of(), now, LIFE_OF_LIST);
        var draft = Files.write(published(kind).resolve("authority.draft"), list.getEncoded());
        Files.move(draft, published(kind).resolve("authority.crl"), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private Path published(String kind) {
        return keys.resolve("signing-authorities").resolve(kind);
    }

    private Path authority(String kind) {
        return keys.resolve("sample-authority").resolve(kind + ".p12");
    }
}
