package jp.yakuba.signature.service;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An invented authority for tests: issues certificates and lists of revoked ones. */
record TestIssuer(String name, KeyPair keys, X509Certificate certificate) {
    private static final Duration LIFE = Duration.ofDays(3650);

    /** A key with its certificate. */
    record Holder(KeyPair keys, X509Certificate certificate) {}

    private interface Extensions {
        void add(JcaX509v3CertificateBuilder builder) throws CertIOException;
    }

    static TestIssuer named(String name, Instant now) {
        var keys = newKeys();
        var certificate = certificate(name, keys, name, keys, now.minus(LIFE), now.plus(LIFE), builder -> {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        });
        return new TestIssuer(name, keys, certificate);
    }

    Holder signer(String subject, Instant from, Instant until) {
        var pair = newKeys();
        return new Holder(pair, certificate(subject, pair, name, keys, from, until, builder ->
                builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation))));
    }

    /** Somebody who signs with an elliptic curve. */
    Holder curved(String subject, Instant from, Instant until) {
        var pair = newKeys("EC", 256);
        return new Holder(pair, certificate(subject, pair, name, keys, from, until, builder ->
                builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation))));
    }

    /** Somebody whose certificate is made for something, with a key of so many bits. */
    Holder holder(String subject, Instant from, Instant until, int usage, int bits) {
        var pair = newKeys("RSA", bits);
        return new Holder(pair, certificate(subject, pair, name, keys, from, until, builder ->
                builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage))));
    }

    Holder stamper(String subject, Instant from, Instant until) {
        var pair = newKeys();
        return new Holder(pair, certificate(subject, pair, name, keys, from, until, builder -> {
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
        }));
    }

    X509CRL list(Instant from, Instant until, List<X509Certificate> revoked, Instant since) {
        try {
            var builder = new JcaX509v2CRLBuilder(new X500Principal(name), Date.from(from));
            builder.setNextUpdate(Date.from(until));
            revoked.forEach(one -> builder.addCRLEntry(one.getSerialNumber(), Date.from(since), CRLReason.keyCompromise));
            return new JcaX509CRLConverter().getCRL(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new AssertionError(e);
        }
    }

    private static KeyPair newKeys() {
        return newKeys("RSA", 2048);
    }

    private static KeyPair newKeys(String kind, int bits) {
        try {
            var generator = KeyPairGenerator.getInstance(kind);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static X509Certificate certificate(
            String subject, KeyPair pair, String issuer, KeyPair issuerKeys, Instant from, Instant until, Extensions extensions) {
        try {
            var builder = new JcaX509v3CertificateBuilder(new X500Principal(issuer), new BigInteger(60, new SecureRandom()).setBit(59),
                    Date.from(from), Date.from(until), new X500Principal(subject), pair.getPublic());
            builder.addExtension(Extension.subjectKeyIdentifier, false, new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
            builder.addExtension(Extension.authorityKeyIdentifier, false, new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(issuerKeys.getPublic()));
            extensions.add(builder);
            return new JcaX509CertificateConverter().getCertificate(
                    builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(issuerKeys.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new AssertionError(e);
        }
    }
}
