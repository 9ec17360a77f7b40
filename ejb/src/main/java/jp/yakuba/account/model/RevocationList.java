package jp.yakuba.account.model;

import java.security.GeneralSecurityException;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import jp.yakuba.kernel.Sha256;

/** A revocation list (失効リスト) that an authority issued: asked only while it is fresh and only if its seal holds. */
public record RevocationList(X509CRL list) {
    /** True if the authority signed the list and the moment lies in its span. */
    public boolean answersFor(X509Certificate authority, Instant now) {
        if (list.getNextUpdate() == null || now.isBefore(issued()) || !now.isBefore(next())) {
            return false;
        }
        try {
            list.verify(authority.getPublicKey());
            return list.getIssuerX500Principal().equals(authority.getSubjectX500Principal());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** True if the certificate stands on the list. */
    public boolean names(X509Certificate certificate) {
        return list.getRevokedCertificate(certificate) != null;
    }

    /** When the list was issued. */
    public Instant issued() {
        return list.getThisUpdate().toInstant();
    }

    /** Until when it may be asked. */
    public Instant next() {
        return list.getNextUpdate().toInstant();
    }

    /** SHA-256 of the list as it came. */
    public byte[] sha256() {
        try {
            return Sha256.of(list.getEncoded());
        } catch (CRLException e) {
            throw new IllegalStateException("A list that was read can be written", e);
        }
    }
}
