package jp.yakuba.document.service.signing;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import jp.yakuba.document.model.signing.Signer;

/** The office's key with its certificate and those above it; what it prints of itself holds no secret. */
record SigningKey(PrivateKey key, List<X509Certificate> chain) {
    X509Certificate certificate() {
        return chain.get(0);
    }

    Instant until() {
        return certificate().getNotAfter().toInstant();
    }

    boolean isValid(Instant at) {
        return !at.isBefore(certificate().getNotBefore().toInstant()) && at.isBefore(until());
    }

    @Override
    public String toString() {
        return "Key of certificate " + Signer.of(certificate()).serial();
    }
}
