package jp.yakuba.signature.service;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import eu.europa.esig.dss.xades.XAdESSignatureParameters;
import eu.europa.esig.dss.xades.reference.CanonicalizationTransform;
import eu.europa.esig.dss.xades.reference.DSSReference;
import eu.europa.esig.dss.xades.reference.EnvelopedSignatureTransform;
import eu.europa.esig.dss.xades.signature.XAdESService;
import java.time.Instant;
import java.util.List;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import jp.yakuba.kernel.StrictXml;
import org.w3c.dom.Document;

/** Signs XML (XAdES): beside files as in ASiC-E, or within the XML itself. */
final class XmlPress {
    static final String ASIC = "http://uri.etsi.org/02918/v1.2.1#";

    private XmlPress() {}

    /** Signs files beside it. */
    static byte[] beside(List<DSSDocument> files, SigningKey key, Instant at) {
        return beside(files, key, at, new CommonCertificateVerifier(true));
    }

    /** The same, judging the key's certificate as the verifier says. */
    static byte[] beside(List<DSSDocument> files, SigningKey key, Instant at, CertificateVerifier verifier) {
        var parameters = parameters(SignatureLevel.XAdES_BASELINE_B, SignaturePackaging.DETACHED);
        parameters.setRootDocument(root());
        key.into(parameters, at);
        var service = new XAdESService(verifier);
        var data = service.getDataToSign(files, parameters).getBytes();
        return DSSUtils.toByteArray(service.signDocument(files, parameters, key.sign(data)));
    }

    /** Signs the XML around it. */
    static byte[] within(byte[] xml, SigningKey key, Instant at) {
        var parameters = parameters(SignatureLevel.XAdES_BASELINE_B, SignaturePackaging.ENVELOPED);
        key.into(parameters, at);
        var document = new InMemoryDocument(xml, "answer.xml");
        parameters.setReferences(List.of(whole(document)));
        var service = new XAdESService(new CommonCertificateVerifier(true));
        var data = service.getDataToSign(document, parameters).getBytes();
        return DSSUtils.toByteArray(service.signDocument(document, parameters, key.sign(data)));
    }

    /** Adds what the level asks for to the signature within the XML. */
    static byte[] prolong(byte[] signed, SignatureLevel level, CertificateVerifier verifier, TSPSource stamps) {
        return extended(signed, parameters(level, SignaturePackaging.ENVELOPED), verifier, stamps);
    }

    /** Adds what the level asks for to a signature beside files. */
    static byte[] extend(byte[] signatures, List<DSSDocument> files, SignatureLevel level, CertificateVerifier verifier, TSPSource stamps) {
        var parameters = parameters(level, SignaturePackaging.DETACHED);
        parameters.setDetachedContents(files);
        return extended(signatures, parameters, verifier, stamps);
    }

    private static byte[] extended(byte[] signed, XAdESSignatureParameters parameters, CertificateVerifier verifier, TSPSource stamps) {
        var service = new XAdESService(verifier);
        service.setTspSource(stamps);
        return DSSUtils.toByteArray(service.extendDocument(new InMemoryDocument(signed, "signatures.xml"), parameters));
    }

    private static DSSReference whole(DSSDocument document) {
        var reference = new DSSReference();
        reference.setId("whole");
        reference.setUri("");
        reference.setContents(document);
        reference.setDigestMethodAlgorithm(DigestAlgorithm.SHA256);
        reference.setTransforms(List.of(new EnvelopedSignatureTransform(), new CanonicalizationTransform(CanonicalizationMethod.EXCLUSIVE)));
        return reference;
    }

    private static XAdESSignatureParameters parameters(SignatureLevel level, SignaturePackaging packaging) {
        var parameters = new XAdESSignatureParameters();
        parameters.setSignatureLevel(level);
        parameters.setSignaturePackaging(packaging);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        return parameters;
    }

    private static Document root() {
        var document = StrictXml.empty();
        document.appendChild(document.createElementNS(ASIC, "asic:XAdESSignatures"));
        return document;
    }
}
