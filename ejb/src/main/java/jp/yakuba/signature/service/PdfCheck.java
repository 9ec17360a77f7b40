package jp.yakuba.signature.service;

import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.diagnostic.TimestampWrapper;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.exception.IllegalInputException;
import eu.europa.esig.dss.spi.policy.SignaturePolicyProvider;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import jp.yakuba.signature.api.SignatureFault;
import jp.yakuba.signature.api.SignatureReport;
import jp.yakuba.signature.api.SignatureVerdict;
import jp.yakuba.signature.model.CertificateNames;

/** Checks a signed PDF and says in plain terms what came out. */
final class PdfCheck {
    private PdfCheck() {}

    /** The report on the first signature, which is the office's. */
    static SignatureReport of(byte[] pdf, CertificateVerifier verifier) {
        try {
            var validator = new PDFDocumentValidator(new InMemoryDocument(pdf));
            validator.setPdfObjFactory(new PdfBoxNativeObjectFactory());
            validator.setCertificateVerifier(verifier);
            validator.setSignaturePolicyProvider(new SignaturePolicyProvider()); // the usual one fetches what a signature names
            validator.setEnableEtsiValidationReport(false);
            var reports = validator.validateDocument(UsualPolicy.get());
            var simple = reports.getSimpleReport();
            return simple.getSignaturesCount() == 0 ? SignatureReport.unreadable(SignatureFault.UNREADABLE)
                    : report(simple, reports.getDiagnosticData(), pdf);
        } catch (DSSException | IllegalInputException unreadable) {
            return SignatureReport.unreadable(SignatureFault.UNREADABLE);
        }
    }

    private static SignatureReport report(SimpleReport simple, DiagnosticData data, byte[] pdf) {
        var id = simple.getFirstSignatureId();
        var stamps = stamps(simple, data);
        var indication = simple.getIndication(id);
        var fault = indication == Indication.TOTAL_PASSED ? addition(data, pdf) : fault(simple.getSubIndication(id));
        var verdict = fault == null ? SignatureVerdict.VALID
                : indication == Indication.INDETERMINATE && !isProof(fault) ? SignatureVerdict.UNKNOWN : SignatureVerdict.INVALID;
        var signer = data.getSignatureById(id).getSigningCertificate();
        return new SignatureReport(verdict, fault, signer == null ? null : CertificateNames.shortName(signer.getCertificateDN()),
                instant(simple.getSigningTime(id)),
                stamps.stream().filter(SignatureReport.Stamp::holds).map(SignatureReport.Stamp::at).findFirst().orElse(null), stamps);
    }

    private static List<SignatureReport.Stamp> stamps(SimpleReport simple, DiagnosticData data) {
        return data.getTimestampList().stream()
                .sorted(Comparator.comparing(TimestampWrapper::getProductionTime))
                .map(stamp -> new SignatureReport.Stamp(stamp.getProductionTime().toInstant(),
                        stamp.getSigningCertificate() == null ? "" : CertificateNames.shortName(stamp.getSigningCertificate().getCertificateDN()),
                        stamp.isMessageImprintDataIntact() && stamp.isSignatureIntact() && simple.getIndication(stamp.getId()) == Indication.PASSED))
                .toList();
    }

    /** Whether something stands behind the last revision that a signature or time stamp covers. */
    private static SignatureFault addition(DiagnosticData data, byte[] pdf) {
        long covered = data.getSignatures().stream().mapToLong(one -> end(one.getSignatureByteRange())).max().orElse(0);
        for (var stamp : data.getTimestampList()) {
            covered = Math.max(covered, stamp.getPDFRevision() == null ? 0 : end(stamp.getPDFRevision().getSignatureByteRange()));
        }
        return isBlank(pdf, covered) ? null : SignatureFault.ADDED;
    }

    private static long end(List<java.math.BigInteger> range) {
        return range == null || range.size() < 4 ? 0 : range.get(2).longValue() + range.get(3).longValue();
    }

    private static boolean isBlank(byte[] pdf, long from) {
        for (long at = from; at < pdf.length; at++) {
            if (!Character.isWhitespace(pdf[(int) at])) {
                return false;
            }
        }
        return true;
    }

    /** Faults that time does not heal. */
    private static boolean isProof(SignatureFault fault) {
        return fault == SignatureFault.CHANGED || fault == SignatureFault.REVOKED || fault == SignatureFault.EXPIRED;
    }

    private static SignatureFault fault(SubIndication ground) {
        if (ground == null) {
            return SignatureFault.OTHER;
        }
        return switch (ground) {
            case HASH_FAILURE, SIG_CRYPTO_FAILURE, SIGNED_DATA_NOT_FOUND -> SignatureFault.CHANGED;
            case FORMAT_FAILURE, NO_SIGNING_CERTIFICATE_FOUND -> SignatureFault.UNREADABLE;
            case EXPIRED, OUT_OF_BOUNDS_NO_POE, OUT_OF_BOUNDS_NOT_REVOKED, NOT_YET_VALID, NO_POE -> SignatureFault.EXPIRED;
            case REVOKED, REVOKED_NO_POE, REVOKED_CA_NO_POE -> SignatureFault.REVOKED;
            case NO_CERTIFICATE_CHAIN_FOUND, NO_CERTIFICATE_CHAIN_FOUND_NO_POE -> SignatureFault.UNTRUSTED;
            case TRY_LATER, REVOCATION_OUT_OF_BOUNDS_NO_POE, CERTIFICATE_CHAIN_GENERAL_FAILURE -> SignatureFault.UNCHECKED;
            default -> SignatureFault.OTHER;
        };
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}
