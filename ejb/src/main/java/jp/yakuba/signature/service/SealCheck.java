package jp.yakuba.signature.service;

import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.TimestampWrapper;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.KeyUsageBit;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.enumerations.TokenExtractionStrategy;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.policy.SignaturePolicyProvider;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import eu.europa.esig.dss.validation.reports.Reports;
import eu.europa.esig.dss.xades.validation.XMLDocumentValidator;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import jp.yakuba.signature.api.SealFault;
import jp.yakuba.signature.api.SealReport;
import jp.yakuba.signature.api.Signer;
import jp.yakuba.signature.model.CertificateNames;

/** Checks a signature in XML whose form was looked at, and names the one fault that an operator can act on. */
final class SealCheck {
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);
    private static final int SHORTEST_RSA = 2048;
    private static final Set<SubIndication> OVER = Set.of(SubIndication.EXPIRED, SubIndication.OUT_OF_BOUNDS_NO_POE, SubIndication.OUT_OF_BOUNDS_NOT_REVOKED,
            SubIndication.NOT_YET_VALID, SubIndication.NO_POE);
    private static final Set<SubIndication> REVOKED = Set.of(SubIndication.REVOKED, SubIndication.REVOKED_NO_POE, SubIndication.REVOKED_CA_NO_POE);
    private static final Set<SubIndication> UNTRUSTED =
            Set.of(SubIndication.NO_CERTIFICATE_CHAIN_FOUND, SubIndication.NO_CERTIFICATE_CHAIN_FOUND_NO_POE);
    private static final Set<SubIndication> UNCHECKED = Set.of(SubIndication.TRY_LATER, SubIndication.REVOCATION_OUT_OF_BOUNDS_NO_POE,
            SubIndication.CERTIFICATE_CHAIN_GENERAL_FAILURE);

    private final SimpleReport simple;
    private final DiagnosticData data;
    private final SignatureWrapper signature;
    private final Instant now;
    private final byte[] xml;

    private SealCheck(Reports reports, Instant now) {
        this.simple = reports.getSimpleReport();
        this.data = reports.getDiagnosticData();
        this.signature = data.getSignatureById(simple.getFirstSignatureId());
        this.now = now;
        this.xml = reports.getXmlSimpleReport().getBytes(StandardCharsets.UTF_8);
    }

    /** The report on the one signature over the files; over the XML itself if there are none. */
    static SealReport of(byte[] signed, List<DSSDocument> files, CertificateVerifier verifier, Instant now) {
        try {
            var validator = new XMLDocumentValidator(new InMemoryDocument(signed, "signatures.xml"));
            validator.setDetachedContents(files);
            validator.setCertificateVerifier(verifier);
            validator.setSignaturePolicyProvider(new SignaturePolicyProvider()); // the usual one fetches what a signature names
            validator.setTokenExtractionStrategy(TokenExtractionStrategy.EXTRACT_CERTIFICATES_ONLY);
            validator.setEnableEtsiValidationReport(false);
            var reports = validator.validateDocument(UsualPolicy.get());
            return reports.getSimpleReport().getSignaturesCount() != 1
                    ? SealReport.refused(SealFault.UNREADABLE, "signatures found: " + reports.getSimpleReport().getSignaturesCount())
                    : new SealCheck(reports, now).report();
        } catch (RuntimeException unreadable) { // the library has many ways of saying that it was given nonsense
            return SealReport.refused(SealFault.UNREADABLE, unreadable.toString());
        }
    }

    private SealReport report() {
        var signer = signer();
        var fault = fault(signer);
        return new SealReport(fault, fault == null ? "" : detail(), signer, signedAt(), fault == null ? provenAt() : null,
                !data.getTimestampList().isEmpty(), xml);
    }

    private SealFault fault(Signer signer) {
        if (!isIntact()) {
            return SealFault.CHANGED;
        }
        if (signer == null) {
            return SealFault.UNREADABLE;
        }
        if (isKeyWeak()) {
            return SealFault.KEY_WEAK;
        }
        var of = certificateFault(signer);
        return of != null ? of : timeFault();
    }

    private boolean isIntact() {
        return signature.isSignatureIntact() && signature.getDigestMatchers().stream().allMatch(one -> one.isDataFound() && one.isDataIntact());
    }

    private boolean isKeyWeak() {
        return signature.getEncryptionAlgorithm().name().startsWith("RSA")
                && Integer.parseInt(signature.getKeyLengthUsedToSignThisToken()) < SHORTEST_RSA;
    }

    private SealFault certificateFault(Signer signer) {
        var ground = simple.getSubIndication(simple.getFirstSignatureId());
        if (ground != null && UNTRUSTED.contains(ground)) {
            return SealFault.UNTRUSTED;
        }
        if (!maySign()) {
            return SealFault.WRONG_USE;
        }
        if (ground != null && REVOKED.contains(ground)) {
            return SealFault.REVOKED;
        }
        if (now.isBefore(signer.from()) || signedAt() != null && signedAt().isBefore(signer.from())) {
            return SealFault.NOT_YET_VALID;
        }
        if (ground != null && OVER.contains(ground)) {
            return SealFault.EXPIRED;
        }
        return ground != null && UNCHECKED.contains(ground) ? SealFault.UNCHECKED : null;
    }

    /** A certificate for the signing of documents says so; one for connections or for other certificates does not. */
    private boolean maySign() {
        var certificate = signature.getSigningCertificate();
        return certificate.getKeyUsages().contains(KeyUsageBit.NON_REPUDIATION) && !certificate.isCA();
    }

    private SealFault timeFault() {
        var latest = now.plus(CLOCKS_DIFFER);
        if (signedAt() == null || signedAt().isAfter(latest)) {
            return SealFault.SIGNED_IN_FUTURE;
        }
        for (var stamp : data.getTimestampList()) {
            if (!stamp.isMessageImprintDataFound() || !stamp.isMessageImprintDataIntact() || !stamp.isSignatureIntact()) {
                return SealFault.STAMP_BROKEN;
            }
            if (stamp.getProductionTime().toInstant().isAfter(latest)) {
                return SealFault.STAMP_IN_FUTURE;
            }
            if (!holds(stamp)) {
                return SealFault.STAMP_UNTRUSTED;
            }
        }
        return simple.getIndication(simple.getFirstSignatureId()) == Indication.TOTAL_PASSED ? null : SealFault.OTHER;
    }

    private boolean holds(TimestampWrapper stamp) {
        return simple.getIndication(stamp.getId()) == Indication.PASSED;
    }

    private Instant provenAt() {
        return data.getTimestampList().stream().filter(this::holds).map(stamp -> stamp.getProductionTime().toInstant())
                .min(Comparator.naturalOrder()).orElse(null);
    }

    private Instant signedAt() {
        var claimed = simple.getSigningTime(simple.getFirstSignatureId());
        return claimed == null ? null : claimed.toInstant();
    }

    private Signer signer() {
        var found = signature.getSigningCertificate();
        if (found == null) {
            return null;
        }
        try {
            var certificate = CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(found.getBinaries()));
            return CertificateNames.signer((X509Certificate) certificate);
        } catch (CertificateException unreadable) {
            return null;
        }
    }

    private String detail() {
        var id = simple.getFirstSignatureId();
        return simple.getIndication(id) + " " + simple.getSubIndication(id) + " "
                + simple.getAdESValidationErrors(id).stream().map(message -> message.getValue()).toList();
    }
}
