package jp.yakuba.signature.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.signature.api.Extended;
import jp.yakuba.signature.api.Hand;
import jp.yakuba.signature.api.Proof;
import jp.yakuba.signature.api.SealReport;
import jp.yakuba.signature.api.XmlSigning;
import jp.yakuba.signature.gateway.StampAuthority;

/** Signatures within XML with the office's key, its trust and its time stamp service. */
@ApplicationScoped
public class OfficeXml implements XmlSigning {
    private SigningTrust trust;
    private StampAuthority stamps;
    private OfficeClock clock;

    protected OfficeXml() {
        // for the container
    }

    /** For the container and tests. */
    @Inject
    public OfficeXml(SigningTrust trust, StampAuthority stamps, OfficeClock clock) {
        this.trust = trust;
        this.stamps = stamps;
        this.clock = clock;
    }

    @Override
    public byte[] sign(byte[] xml, Hand hand) {
        return XmlPress.within(xml, (SigningKey) hand, clock.now());
    }

    @Override
    public Extended extend(byte[] xml, Proof proof) {
        return Proving.with(trust.now(), stamps, proof, (verifier, source) -> XmlPress.prolong(xml, Proving.level(proof), verifier, source));
    }

    @Override
    public SealReport check(byte[] xml) {
        try {
            SealShape.requireWithin(xml);
            return SealCheck.of(xml, List.of(), trust.now().verifier(), clock.now());
        } catch (SealRefused refused) {
            return SealReport.refused(refused.fault(), refused.getMessage());
        }
    }
}
