package jp.yakuba.cards;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.function.Consumer;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A key and a certificate that issue others and say which of them are revoked. */
record Authority(PrivateKey key, X509Certificate certificate) {
    private static final int BITS = 2048;
    private static final int SERIAL_BITS = 63;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A certificate in the making. */
    record Wish(String subject, Instant from, Instant until, int usage, Consumer<Making> more) {}

    /** Where a wish puts its further extensions. */
    record Making(JcaX509v3CertificateBuilder builder) {
        void policy(String identifier) {
            add(Extension.certificatePolicies, true,
                    new CertificatePolicies(new PolicyInformation(new ASN1ObjectIdentifier(identifier))));
        }

        void add(ASN1ObjectIdentifier name, boolean critical, org.bouncycastle.asn1.ASN1Encodable value) {
            try {
                builder.addExtension(name, critical, value);
            } catch (CertIOException e) {
                throw new CardsFailed("An extension cannot be written", e);
            }
        }
    }

    /** An authority that nobody stands above. */
    static Authority root(String subject, Instant from, Instant until) {
        var pair = keyPair();
        var wish = new Wish(subject, from, until, KeyUsage.keyCertSign | KeyUsage.cRLSign, Authority::markAsAuthority);
        return new Authority(pair.getPrivate(), sign(wish, pair, new X500Principal(subject), pair));
    }

    /** An authority below this one. */
    Authority branch(String subject, Instant from, Instant until) {
        var pair = keyPair();
        var wish = new Wish(subject, from, until, KeyUsage.keyCertSign | KeyUsage.cRLSign, Authority::markAsAuthority);
        return new Authority(pair.getPrivate(), issue(wish, pair));
    }

    /** A certificate for the key pair. */
    X509Certificate issue(Wish wish, KeyPair pair) {
        return sign(wish, pair, certificate.getSubjectX500Principal(), new KeyPair(certificate.getPublicKey(), key));
    }

    /** The list of revoked serial numbers, valid from a little before now. */
    X509CRL revoke(Collection<BigInteger> serials, Instant now, Duration life) {
        try {
            var since = Date.from(now.minus(Duration.ofHours(1)));
            var builder = new JcaX509v2CRLBuilder(certificate.getSubjectX500Principal(), since);
            builder.setNextUpdate(Date.from(now.plus(life)));
            serials.forEach(serial -> builder.addCRLEntry(serial, since, CRLReason.affiliationChanged));
            builder.addExtension(Extension.authorityKeyIdentifier, false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(certificate));
            return new JcaX509CRLConverter().getCRL(builder.build(signer(key)));
        } catch (GeneralSecurityException | IOException e) {
            throw new CardsFailed("The revocation list cannot be made", e);
        }
    }

    /** A fresh RSA key pair. */
    static KeyPair keyPair() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new CardsFailed("This Java makes no RSA keys", e);
        }
    }

    private static void markAsAuthority(Making making) {
        making.add(Extension.basicConstraints, true, new BasicConstraints(true));
    }

    private static X509Certificate sign(Wish wish, KeyPair pair, X500Principal issuer, KeyPair above) {
        try {
            var builder = new JcaX509v3CertificateBuilder(issuer, new BigInteger(SERIAL_BITS, RANDOM).setBit(SERIAL_BITS - 1),
                    Date.from(wish.from()), Date.from(wish.until()), new X500Principal(wish.subject()), pair.getPublic());
            var making = new Making(builder);
            making.add(Extension.keyUsage, true, new KeyUsage(wish.usage()));
            making.add(Extension.subjectKeyIdentifier, false,
                    new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
            making.add(Extension.authorityKeyIdentifier, false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(above.getPublic())); // towns have authorities of one name
            wish.more().accept(making);
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer(above.getPrivate())));
        } catch (GeneralSecurityException e) {
            throw new CardsFailed("The certificate of " + wish.subject() + " cannot be made", e);
        }
    }

    private static ContentSigner signer(PrivateKey key) {
        try {
            return new JcaContentSignerBuilder("SHA256withRSA").build(key);
        } catch (OperatorCreationException e) {
            throw new CardsFailed("This Java does not sign with RSA", e);
        }
    }
}
