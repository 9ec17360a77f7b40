package jp.yakuba.bench;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Keys for a measurement: one authority and whom it certifies, RSA of 2048 bits as the office's own. */
final class BenchKeys {
    static final char[] WORD = "measured".toCharArray();
    private static final int BITS = 2048;
    private static final Duration LIFE = Duration.ofDays(30);

    private final KeyPair authorityPair = pair();
    private final X509Certificate authority = certificate("CN=Measured authority", authorityPair, "CN=Measured authority", KeyUsage.keyCertSign | KeyUsage.cRLSign);

    /** The certificate that is trusted. */
    X509Certificate authority() {
        return authority;
    }

    /** A key store with one key, certified for the name. */
    KeyStore of(String name) throws GeneralSecurityException {
        var pair = pair();
        var store = empty();
        store.setKeyEntry(name, pair.getPrivate(), WORD, new X509Certificate[] {
            certificate("CN=" + name, pair, "CN=Measured authority", KeyUsage.digitalSignature | KeyUsage.nonRepudiation | KeyUsage.keyEncipherment), authority});
        return store;
    }

    /** A trust store with the authority. */
    KeyStore trusted() throws GeneralSecurityException {
        var store = empty();
        store.setCertificateEntry("authority", authority);
        return store;
    }

    /** The list of revoked certificates: nobody. */
    X509CRL list() throws GeneralSecurityException {
        try {
            var builder = new JcaX509v2CRLBuilder(authority.getSubjectX500Principal(), Date.from(Instant.now().minus(Duration.ofHours(1))));
            builder.setNextUpdate(Date.from(Instant.now().plus(LIFE)));
            return new JcaX509CRLConverter().getCRL(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(authorityPair.getPrivate())));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private X509Certificate certificate(String subject, KeyPair pair, String issuer, int usage) {
        try {
            var builder = new JcaX509v3CertificateBuilder(new X500Principal(issuer), BigInteger.valueOf(System.nanoTime()),
                    Date.from(Instant.now().minus(Duration.ofHours(2))), Date.from(Instant.now().plus(LIFE)), new X500Principal(subject), pair.getPublic());
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(subject.equals(issuer)));
            return new JcaX509CertificateConverter().getCertificate(
                    builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(authorityPair.getPrivate())));
        } catch (OperatorCreationException | GeneralSecurityException | CertIOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException {
        var store = KeyStore.getInstance("JKS"); // a PKCS #12 made with one provider in front is not opened with another there
        try {
            store.load(null, null);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return store;
    }

    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
