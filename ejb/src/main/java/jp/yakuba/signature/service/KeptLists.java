package jp.yakuba.signature.service;

import eu.europa.esig.dss.crl.CRLUtils;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.x509.revocation.crl.CRLSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.CRLToken;
import java.io.IOException;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.util.Comparator;
import java.util.List;

/** Revocation lists at hand: of an issuer the latest one that it signed is asked. */
final class KeptLists implements CRLSource {
    private static final long serialVersionUID = 1L;

    private final transient List<X509CRL> lists;

    KeptLists(List<X509CRL> lists) {
        this.lists = lists;
    }

    @Override
    public CRLToken getRevocationToken(CertificateToken certificate, CertificateToken issuer) {
        return lists.stream()
                .filter(list -> list.getIssuerX500Principal().equals(issuer.getCertificate().getSubjectX500Principal()))
                .sorted(Comparator.comparing(X509CRL::getThisUpdate).reversed())
                .map(list -> token(list, certificate, issuer))
                .filter(token -> token != null && token.isValid())
                .findFirst()
                .orElse(null);
    }

    private static CRLToken token(X509CRL list, CertificateToken certificate, CertificateToken issuer) {
        try {
            return new CRLToken(certificate, CRLUtils.buildCRLValidity(CRLUtils.buildCRLBinary(list.getEncoded()), issuer));
        } catch (CRLException | IOException unreadable) {
            return null;
        }
    }
}
