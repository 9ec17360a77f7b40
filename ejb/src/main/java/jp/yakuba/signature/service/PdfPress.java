package jp.yakuba.signature.service;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.time.Instant;

/** Signs PDF (PAdES) and puts time stamps and what proves them behind a signature; what was there stays byte for byte. */
final class PdfPress {
    private static final String PROGRAM = "Yakuba";

    private PdfPress() {}

    /** Signs with the key; nobody else is asked (PAdES B-B). */
    static byte[] sign(byte[] pdf, SigningKey key, Instant at) {
        var parameters = parameters(SignatureLevel.PAdES_BASELINE_B);
        key.into(parameters, at);
        parameters.setAppName(PROGRAM);
        var service = service(new CommonCertificateVerifier(true));
        var document = new InMemoryDocument(pdf);
        var data = service.getDataToSign(document, parameters).getBytes();
        return bytes(service.signDocument(document, parameters, key.sign(data)));
    }

    /** Adds what the level asks for; on one that has it already, another archive time stamp. */
    static byte[] extend(byte[] pdf, SignatureLevel level, CertificateVerifier verifier, TSPSource stamps) {
        var service = service(verifier);
        service.setTspSource(stamps);
        return bytes(service.extendDocument(new InMemoryDocument(pdf), parameters(level)));
    }

    private static PAdESSignatureParameters parameters(SignatureLevel level) {
        var parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(level);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        return parameters;
    }

    private static PAdESService service(CertificateVerifier verifier) {
        var service = new PAdESService(verifier);
        service.setPdfObjFactory(new PdfBoxNativeObjectFactory());
        return service;
    }

    private static byte[] bytes(DSSDocument document) {
        return DSSUtils.toByteArray(document);
    }
}
