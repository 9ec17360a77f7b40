package jp.yakuba.cards;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/**
 * What a sample town shows other offices when it exchanges documents with them (組織証明書), made under {@code keys}: its keys for
 * both ends of a connection, the folder of authorities and revocation lists that it trusts, and the same authorities as the trust
 * store of the listener.
 */
public final class SampleExchange {
    private static final String KIND = "exchange";
    private static final String KEYS = "exchange.p12";
    private static final String TRUST = "exchange-trust.p12";

    private final Path keys;
    private final String password;
    private final Supplier<SampleTown> town;

    /** For the office whose keys lie in the folder; the password protects the key files. */
    public SampleExchange(Path keys, String password, DataSource owner) {
        this(keys, password, () -> SampleTown.of(owner));
    }

    SampleExchange(Path keys, String password, Supplier<SampleTown> town) {
        this.keys = keys;
        this.password = password;
        this.town = town;
    }

    /** Makes what is missing, issues a fresh list, and trusts whoever lies in the folder of authorities. */
    public void ensure(Instant now) {
        var here = town.get();
        branch().ensure(here, now);
        var used = KeyFile.certificates(keys.resolve(KEYS), password).stream().findFirst()
                .filter(youngest -> branch().issued(youngest) && OrganizationNumber.stands(youngest, here.code()));
        if (used.isEmpty()) {
            addKey(now);
        }
        trust(keys, password);
    }

    /** Adds a new key beside those there are, as an office does whose certificate ends soon: the youngest is the one it shows. */
    public X509Certificate addKey(Instant now) {
        var here = town.get();
        return branch().addKey(KEYS, here.subject(here.name()), KeyUsage.digitalSignature | KeyUsage.keyEncipherment, making -> {
            making.add(Extension.extendedKeyUsage, false,
                    new ExtendedKeyUsage(new KeyPurposeId[] {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth}));
            making.add(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
                new GeneralName(GeneralName.dNSName, "localhost"), new GeneralName(GeneralName.iPAddress, "127.0.0.1")}));
        }, now);
    }

    /** Revokes a certificate of this town's authority and issues the list that says so. */
    public void revoke(X509Certificate certificate, Instant now) {
        branch().revoke(certificate);
        branch().ensure(town.get(), now);
    }

    /** What the application must be told. */
    public Map<String, String> environment() {
        return Map.of("YAKUBA_EXCHANGE_KEYS", keys.resolve(KEYS).toString(), "YAKUBA_EXCHANGE_PASSWORD", password,
                "YAKUBA_EXCHANGE_AUTHORITIES", authorities(keys).toString());
    }

    /** Writes the trust store of the listener anew from the folder of authorities. */
    static void trust(Path keys, String password) {
        try (var files = Files.walk(authorities(keys))) {
            var trusted = new TreeMap<String, Certificate>();
            for (var file : files.filter(one -> one.toString().endsWith(".cer")).toList()) {
                trusted.put(authorities(keys).relativize(file.getParent()).toString(), certificate(file));
            }
            KeyFile.writeTrusted(keys.resolve(TRUST), password, trusted);
        } catch (IOException | GeneralSecurityException e) {
            throw new CardsFailed("The trust store " + keys.resolve(TRUST) + " cannot be made", e);
        }
    }

    private static Certificate certificate(Path file) throws IOException, GeneralSecurityException {
        try (var in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    /** The folder below the keys with whom the office trusts as another office. */
    static Path authorities(Path keys) {
        return keys.resolve("exchange-authorities");
    }

    private SampleBranch branch() {
        return new SampleBranch(keys, password, KIND, authorities(keys).resolve(KIND));
    }
}
