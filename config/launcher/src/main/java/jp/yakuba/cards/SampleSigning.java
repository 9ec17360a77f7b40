package jp.yakuba.cards;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/**
 * What the office of a sample town signs with (職責証明書), made under {@code keys} by the test authority: the office's key, that of
 * the time stamp service, and the folder of authorities and revocation lists that the application trusts.
 */
public final class SampleSigning {
    private static final String OFFICE_KEYS = "signing.p12";
    private static final String STAMP_KEYS = "stamp-service.p12";

    private final Path keys;
    private final String password;
    private final Supplier<SampleTown> town;
    private final Instant now;

    /** For the office whose keys lie in the folder; the password protects the key files. */
    public SampleSigning(Path keys, String password, DataSource owner, Instant now) {
        this(keys, password, () -> SampleTown.of(owner), now);
    }

    SampleSigning(Path keys, String password, Supplier<SampleTown> town, Instant now) {
        this.keys = keys;
        this.password = password;
        this.town = town;
        this.now = now;
    }

    /**
     * Makes what is missing and issues fresh lists. A home from before certificates said whose they are gets a new key beside the
     * old one; what was signed with the old one stays valid.
     */
    public void ensure() {
        var here = town.get();
        var office = branch("office");
        office.ensure(here, now);
        var signs = KeyFile.certificates(keys.resolve(OFFICE_KEYS), password).stream().findFirst()
                .filter(youngest -> office.issued(youngest) && OrganizationNumber.stands(youngest, here.code()));
        if (signs.isEmpty()) {
            office.addKey(OFFICE_KEYS, here.subject(here.head()), KeyUsage.digitalSignature | KeyUsage.nonRepudiation, making -> { }, now);
        }
        ensureStamps(here);
    }

    private void ensureStamps(SampleTown here) {
        var stamps = branch("stamps");
        stamps.ensure(here, now);
        if (!Files.exists(keys.resolve(STAMP_KEYS))) {
            stamps.addKey(STAMP_KEYS, "CN=Sample time stamp service, O=Yakuba sample town, C=JP", KeyUsage.digitalSignature, making ->
                    making.add(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping)), now);
        }
    }

    /** What the application must be told. */
    public Map<String, String> environment() {
        return Map.of("YAKUBA_SIGNING_KEYS", keys.resolve(OFFICE_KEYS).toString(), "YAKUBA_SIGNING_PASSWORD", password,
                "YAKUBA_SIGNING_AUTHORITIES", authorities(keys).toString());
    }

    /** The time stamp service of the sample town at a port of this machine. */
    public StampService stamps(int port) {
        return new StampService(keys.resolve(STAMP_KEYS), password, port);
    }

    /** The folder below the keys with whom the office trusts for signatures and time stamps. */
    static Path authorities(Path keys) {
        return keys.resolve("signing-authorities");
    }

    private SampleBranch branch(String kind) {
        return new SampleBranch(keys, password, kind, authorities(keys).resolve(kind));
    }
}
