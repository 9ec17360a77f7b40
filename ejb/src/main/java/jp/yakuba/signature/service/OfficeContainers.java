package jp.yakuba.signature.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.signature.api.ContainerSigning;
import jp.yakuba.signature.api.Extended;
import jp.yakuba.signature.api.Hand;
import jp.yakuba.signature.api.Proof;
import jp.yakuba.signature.api.SealReport;
import jp.yakuba.signature.api.SignedFile;
import jp.yakuba.signature.gateway.StampAuthority;

/** Signatures in containers with the office's key, its trust and its time stamp service. */
@ApplicationScoped
public class OfficeContainers implements ContainerSigning {
    private SigningTrust trust;
    private StampAuthority stamps;
    private OfficeClock clock;

    protected OfficeContainers() {
        // for the container
    }

    /** For the container and tests. */
    @Inject
    public OfficeContainers(SigningTrust trust, StampAuthority stamps, OfficeClock clock) {
        this.trust = trust;
        this.stamps = stamps;
        this.clock = clock;
    }

    @Override
    public byte[] sign(List<SignedFile> files, Hand hand) {
        return XmlPress.beside(KnownFile.digests(files), (SigningKey) hand, clock.now());
    }

    @Override
    public Extended extend(byte[] signatures, List<SignedFile> files, Proof proof) {
        return Proving.with(trust.now(), stamps, proof,
                (verifier, source) -> XmlPress.extend(signatures, KnownFile.streams(files), Proving.level(proof), verifier, source));
    }

    @Override
    public SealReport check(byte[] signatures, List<SignedFile> files) {
        try {
            boolean digests = SealShape.requireBeside(signatures, files.stream().map(SignedFile::name).toList());
            return SealCheck.of(signatures, digests ? KnownFile.digests(files) : KnownFile.streams(files), trust.now().verifier(), clock.now());
        } catch (SealRefused refused) {
            return SealReport.refused(refused.fault(), refused.getMessage());
        }
    }
}
