package jp.yakuba.signature.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.signature.api.Hand;
import jp.yakuba.signature.api.SealReport;
import jp.yakuba.signature.api.XmlSigning;

/** Signatures within XML with the office's key and trust. */
@ApplicationScoped
public class OfficeXml implements XmlSigning {
    private SigningTrust trust;
    private OfficeClock clock;

    protected OfficeXml() {
        // for the container
    }

    /** For the container and tests. */
    @Inject
    public OfficeXml(SigningTrust trust, OfficeClock clock) {
        this.trust = trust;
        this.clock = clock;
    }

    @Override
    public byte[] sign(byte[] xml, Hand hand) {
        return XmlPress.within(xml, (SigningKey) hand, clock.now());
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
