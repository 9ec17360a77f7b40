package jp.yakuba.account.model;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Invented authorities and cards with the shape of real ones, for tests. */
final class CardFixture {
    static final Instant NOW = Instant.parse("2031-04-01T03:00:00Z");
    static final String SIGN_IN = "1.2.392.200149.8.5.1.3.30";
    static final String SIGNATURE = "1.2.392.200149.8.5.1.0.20";

    private static final Duration YEAR = Duration.ofDays(365);

    /** One who issues. */
    record Issuer(String name, KeyPair keys, X509Certificate certificate) {}

    private CardFixture() {}

    static Issuer authority(String name) {
        var keys = keys(2048);
        var certificate = certificate(name, keys, name, keys, NOW.minus(YEAR), NOW.plus(YEAR), builder -> {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        });
        return new Issuer(name, keys, certificate);
    }

    static X509Certificate card(Issuer issuer, KeyPair keys, String policy, int usage, Instant from, Instant until, String... facts) {
        return certificate("CN=0123456789ABCDEF", keys, issuer.name(), issuer.keys(), from, until, builder -> {
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            if (policy != null) {
                builder.addExtension(Extension.certificatePolicies, true,
                        new CertificatePolicies(new PolicyInformation(new ASN1ObjectIdentifier(policy))));
            }
            if (facts.length > 0) {
                builder.addExtension(Extension.subjectAlternativeName, false, facts(facts));
            }
        });
    }

    static X509CRL list(Issuer issuer, Instant from, Instant until, List<X509Certificate> revoked) {
        try {
            var builder = new JcaX509v2CRLBuilder(new X500Principal(issuer.name()), Date.from(from));
            builder.setNextUpdate(Date.from(until));
            revoked.forEach(card -> builder.addCRLEntry(card.getSerialNumber(), Date.from(from), CRLReason.cessationOfOperation));
            var signer = new JcaContentSignerBuilder("SHA256withRSA").build(issuer.keys().getPrivate());
            return new JcaX509CRLConverter().getCRL(builder.build(signer));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new AssertionError(e);
        }
    }

    static KeyPair keys(int bits) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static GeneralNames facts(String... values) {
        var names = new ArrayList<GeneralName>();
        int[] numbers = {1, 3, 4, 5};
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                names.add(new GeneralName(GeneralName.otherName, new DERSequence(new ASN1Encodable[] {
                    new ASN1ObjectIdentifier("1.2.392.200149.8.5.5." + numbers[i]),
                    new DERTaggedObject(true, 0, new DERUTF8String(values[i]))})));
            }
        }
        return new GeneralNames(names.toArray(GeneralName[]::new));
    }

    private interface Extensions {
        void add(JcaX509v3CertificateBuilder builder) throws org.bouncycastle.cert.CertIOException;
    }

    private static X509Certificate certificate(
            String subject, KeyPair keys, String issuer, KeyPair issuerKeys, Instant from, Instant until, Extensions extensions) {
        try {
            var builder = new JcaX509v3CertificateBuilder(new X500Principal(issuer),
                    new BigInteger(60, new java.security.SecureRandom()).setBit(59),
                    Date.from(from), Date.from(until), new X500Principal(subject), keys.getPublic());
            extensions.add(builder);
            var signer = new JcaContentSignerBuilder("SHA256withRSA").build(issuerKeys.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (GeneralSecurityException | OperatorCreationException | org.bouncycastle.cert.CertIOException e) {
            throw new AssertionError(e);
        }
    }
}
