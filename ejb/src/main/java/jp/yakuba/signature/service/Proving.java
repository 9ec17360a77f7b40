package jp.yakuba.signature.service;

import eu.europa.esig.dss.alert.exception.AlertException;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.util.function.BiFunction;
import jp.yakuba.signature.api.Extended;
import jp.yakuba.signature.api.Proof;
import jp.yakuba.signature.api.ProofFailed;
import jp.yakuba.signature.api.ProofFault;
import jp.yakuba.signature.gateway.StampAuthority;

/** Puts proof behind a signature of any form, and names what is missing where that fails. */
final class Proving {
    private Proving() {}

    static Extended with(SigningTrust.Trust known, StampAuthority stamps, Proof proof, BiFunction<CertificateVerifier, TSPSource, byte[]> press) {
        var source = new StampSource(stamps, known.authorities());
        try {
            return new Extended(press.apply(known.verifier(), source), source.until());
        } catch (AlertException unproven) {
            boolean lists = proof == Proof.KEEPING && (known.lists().isEmpty() || isAboutLists(unproven));
            throw new ProofFailed(lists ? ProofFault.NO_LISTS : ProofFault.NOT_VALID, unproven);
        }
    }

    /** What a signature in XML becomes by it. */
    static SignatureLevel level(Proof proof) {
        return proof == Proof.STAMP ? SignatureLevel.XAdES_BASELINE_T : SignatureLevel.XAdES_BASELINE_LTA;
    }

    private static boolean isAboutLists(AlertException unproven) {
        return String.valueOf(unproven.getMessage()).contains("Revocation data is missing");
    }
}
