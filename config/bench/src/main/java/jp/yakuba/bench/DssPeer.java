package jp.yakuba.bench;

import eu.europa.esig.dss.asic.common.SecureContainerHandlerBuilder;
import eu.europa.esig.dss.asic.common.ZipUtils;
import eu.europa.esig.dss.asic.xades.ASiCWithXAdESSignatureParameters;
import eu.europa.esig.dss.asic.xades.signature.ASiCWithXAdESService;
import eu.europa.esig.dss.enumerations.ASiCContainerType;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.signature.resources.TempFileResourcesHandlerBuilder;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.policy.ValidationPolicyLoader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.List;

/**
 * The reference for containers: EU DSS in this process puts the payload into an ASiC-E, signs it with XAdES and judges the container again, with
 * an authority and its list at hand. Nothing is sent or receipted.
 */
final class DssPeer implements ExchangeWork {
    private static final String SIGNER = "office";

    private final PrivateKey key;
    private final CertificateToken certificate;
    private final BenchKeys keys;
    private final byte[] list;
    private final Path folder;
    private final ValidationPolicy policy = ValidationPolicyLoader.fromDefaultValidationPolicy().create();

    private DssPeer(PrivateKey key, X509Certificate certificate, BenchKeys keys, Path folder) throws GeneralSecurityException {
        this.key = key;
        this.certificate = new CertificateToken(certificate);
        this.keys = keys;
        this.list = keys.list().getEncoded();
        this.folder = folder;
    }

    /** Opens it; containers lie in the folder while they are made and judged, large ones do not fit into memory. */
    static DssPeer open(BenchKeys keys, Path folder) throws GeneralSecurityException, IOException {
        var store = keys.of(SIGNER);
        return new DssPeer((PrivateKey) store.getKey(SIGNER, BenchKeys.WORD), (X509Certificate) store.getCertificate(SIGNER), keys,
                Files.createDirectories(folder));
    }

    @Override
    public String name() {
        return "EU DSS: ASiC-E with XAdES, signed and judged";
    }

    @Override
    public void once(Path payload) throws Exception {
        var resources = new TempFileResourcesHandlerBuilder().setTempFileDirectory(folder.toFile());
        ZipUtils.getInstance().setZipContainerHandlerBuilder(
                new SecureContainerHandlerBuilder().setResourcesHandlerBuilder(resources).setThreshold(Long.MAX_VALUE / 1000));
        var container = folder.resolve("container.asice");
        try {
            sign(payload, container);
            judge(container);
        } finally {
            Files.deleteIfExists(container);
            clear();
        }
    }

    private void sign(Path payload, Path container) throws Exception {
        var service = new ASiCWithXAdESService(verifier());
        var wish = new ASiCWithXAdESSignatureParameters();
        wish.aSiC().setContainerType(ASiCContainerType.ASiC_E);
        wish.setSignatureLevel(SignatureLevel.XAdES_BASELINE_B);
        wish.setDigestAlgorithm(DigestAlgorithm.SHA256);
        wish.setSigningCertificate(certificate);
        wish.setCertificateChain(certificate, new CertificateToken(keys.authority()));
        wish.bLevel().setSigningDate(new Date());
        var document = List.<eu.europa.esig.dss.model.DSSDocument>of(new FileDocument(payload.toFile()));
        var toSign = service.getDataToSign(document, wish);
        var signer = Signature.getInstance("SHA256withRSA");
        signer.initSign(key);
        signer.update(toSign.getBytes());
        var signed = service.signDocument(document, wish, new SignatureValue(SignatureAlgorithm.RSA_SHA256, signer.sign()));
        signed.save(container.toString());
    }

    private void judge(Path container) {
        var validator = SignedDocumentValidator.fromDocument(new FileDocument(container.toFile()));
        validator.setCertificateVerifier(verifier());
        var report = validator.validateDocument(policy).getSimpleReport();
        if (report.getIndication(report.getFirstSignatureId()) != Indication.TOTAL_PASSED) {
            throw new IllegalStateException("DSS says " + report.getIndication(report.getFirstSignatureId()) + " "
                    + report.getSubIndication(report.getFirstSignatureId()));
        }
    }

    private CommonCertificateVerifier verifier() {
        var trusted = new CommonTrustedCertificateSource();
        trusted.addCertificate(new CertificateToken(keys.authority()));
        var verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trusted);
        verifier.setCrlSource(new ExternalResourcesCRLSource(new ByteArrayInputStream(list)));
        verifier.setOcspSource(null);
        verifier.setAIASource(null);
        return verifier;
    }

    /** DSS leaves what it unpacked until the program ends. */
    private void clear() throws IOException {
        try (var left = Files.list(folder)) {
            for (var file : left.toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        clear();
    }
}
