package jp.yakuba.signature.service;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.signature.AbstractSignatureParameters;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import jp.yakuba.signature.api.Hand;
import jp.yakuba.signature.api.Signer;
import jp.yakuba.signature.model.CertificateNames;

/** The office's key with its certificate and those above it; what it prints of itself holds no secret. */
record SigningKey(PrivateKey key, List<X509Certificate> chain) implements Hand {
    X509Certificate certificate() {
        return chain.get(0);
    }

    Instant until() {
        return certificate().getNotAfter().toInstant();
    }

    boolean isValid(Instant at) {
        return !at.isBefore(certificate().getNotBefore().toInstant()) && at.isBefore(until());
    }

    /** Signs the data. */
    SignatureValue sign(byte[] data) {
        var algorithm = SignatureAlgorithm.getAlgorithm(EncryptionAlgorithm.forKey(certificate().getPublicKey()), DigestAlgorithm.SHA256);
        try {
            var signature = Signature.getInstance(algorithm.getJCEId());
            signature.initSign(key);
            signature.update(data);
            return new SignatureValue(algorithm, signature.sign());
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("The office's key does not sign", unusable);
        }
    }

    /** Names the certificate, those above it and the moment in what is going to be signed. */
    void into(AbstractSignatureParameters<?> parameters, Instant at) {
        parameters.setSigningCertificate(new CertificateToken(certificate()));
        parameters.setCertificateChain(chain.stream().map(CertificateToken::new).toArray(CertificateToken[]::new));
        parameters.bLevel().setSigningDate(Date.from(at));
    }

    @Override
    public Signer signer() {
        return CertificateNames.signer(certificate());
    }

    @Override
    public String toString() {
        return "Key of certificate " + signer().serial();
    }
}
