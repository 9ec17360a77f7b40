package jp.yakuba.signature.service;

import eu.europa.esig.dss.enumerations.SignatureLevel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.signature.api.Extended;
import jp.yakuba.signature.api.Hand;
import jp.yakuba.signature.api.PdfSigning;
import jp.yakuba.signature.api.Proof;
import jp.yakuba.signature.api.SignatureReport;
import jp.yakuba.signature.gateway.StampAuthority;

/** Signatures in PDF with the office's key, its trust and its time stamp service. */
@ApplicationScoped
public class OfficePdf implements PdfSigning {
    private SigningTrust trust;
    private StampAuthority stamps;
    private OfficeClock clock;

    protected OfficePdf() {
        // for the container
    }

    /** For the container and tests. */
    @Inject
    public OfficePdf(SigningTrust trust, StampAuthority stamps, OfficeClock clock) {
        this.trust = trust;
        this.stamps = stamps;
        this.clock = clock;
    }

    @Override
    public byte[] sign(byte[] pdf, Hand hand) {
        return PdfPress.sign(pdf, (SigningKey) hand, clock.now());
    }

    @Override
    public Extended extend(byte[] pdf, Proof proof) {
        var level = proof == Proof.STAMP ? SignatureLevel.PAdES_BASELINE_T : SignatureLevel.PAdES_BASELINE_LTA;
        return Proving.with(trust.now(), stamps, proof, (verifier, source) -> PdfPress.extend(pdf, level, verifier, source));
    }

    @Override
    public SignatureReport check(byte[] pdf) {
        return PdfCheck.of(pdf, trust.now().verifier());
    }
}
