package jp.yakuba.signature.service;

import eu.europa.esig.dss.asic.xades.ASiCWithXAdESSignatureParameters;
import eu.europa.esig.dss.asic.xades.signature.ASiCWithXAdESService;
import eu.europa.esig.dss.asic.xades.signature.SimpleASiCWithXAdESFilenameFactory;
import eu.europa.esig.dss.enumerations.ASiCContainerType;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.spi.DSSUtils;
import java.time.Instant;
import java.util.List;

/** Containers as EU DSS makes them. For tests outside of the server, which has not this part of the library. */
public final class DssContainers {
    private DssContainers() {}

    /** A container with a signature by the office, in a file of the name. */
    public static byte[] seal(List<DSSDocument> documents, String signatures, SigningFixture office) {
        var parameters = new ASiCWithXAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.XAdES_BASELINE_B);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.aSiC().setContainerType(ASiCContainerType.ASiC_E);
        var key = (SigningKey) office.hand();
        key.into(parameters, Instant.now());
        var names = new SimpleASiCWithXAdESFilenameFactory();
        names.setSignatureFilename(signatures);
        var service = new ASiCWithXAdESService(office.verifier());
        service.setAsicFilenameFactory(names);
        var data = service.getDataToSign(documents, parameters).getBytes();
        return DSSUtils.toByteArray(service.signDocument(documents, parameters, key.sign(data)));
    }
}
