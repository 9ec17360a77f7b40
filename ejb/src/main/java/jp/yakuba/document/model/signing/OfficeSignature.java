package jp.yakuba.document.model.signing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.yakuba.document.api.SignatureLine;
import jp.yakuba.document.api.SignatureProblem;
import jp.yakuba.document.api.SignatureStage;

/** The office's electronic signature of a fair copy: what was signed stays, and how far it is provable grows. */
@Entity
@Table(name = "doc_signature")
public class OfficeSignature {
    @Id
    private String original;

    @Column(nullable = false, updatable = false)
    private UUID recordId;

    @Column(nullable = false, updatable = false)
    private String signer;

    @Column(nullable = false, updatable = false)
    private String issuer;

    @Column(nullable = false, updatable = false)
    private String serial;

    @Column(nullable = false, updatable = false)
    private Instant signedAt;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private SignatureStage stage;

    @Column(nullable = false)
    private String latest;

    private Instant stampUntil;

    @Column(nullable = false)
    private Instant nextAt;

    private int attempts;

    @Enumerated(EnumType.STRING)
    private SignatureProblem problem;

    private Instant mailUntil;

    protected OfficeSignature() {
        // for JPA
    }

    /**
     * Just given.
     *
     * @param mailUntil until when its mail waits for a time stamp; null if none waits
     */
    public static OfficeSignature given(UUID recordId, String original, Signer by, Instant at, Instant mailUntil) {
        var signature = new OfficeSignature();
        signature.recordId = recordId;
        signature.original = original;
        signature.latest = original;
        signature.signer = by.name();
        signature.issuer = by.issuer();
        signature.serial = by.serial();
        signature.signedAt = at;
        signature.stage = SignatureStage.SIGNED;
        signature.nextAt = at;
        signature.mailUntil = mailUntil;
        return signature;
    }

    /** A new version stands beside it: the next step is renewal, or the archive time stamp if that is still missing. */
    public void reached(SignatureStage reached, String sha256, Instant until, Instant now, Duration before) {
        stage = reached;
        latest = sha256;
        stampUntil = until;
        attempts = 0;
        problem = null;
        nextAt = reached == SignatureStage.KEPT ? StepTimes.renewal(until, before, now) : now;
    }

    /** The step has to wait: tried again after a pause that grows. */
    public void mustWait(SignatureProblem why, Instant now) {
        attempts++;
        problem = why;
        nextAt = now.plus(StepTimes.pause(attempts));
    }

    /** True if the mail goes now: it is stamped, or waited long enough. */
    public boolean isMailDue(Instant now) {
        return mailUntil != null && (stage != SignatureStage.SIGNED || !mailUntil.isAfter(now));
    }

    /** The mail was ordered. */
    public void mailed() {
        mailUntil = null;
    }

    public String original() {
        return original;
    }

    public UUID recordId() {
        return recordId;
    }

    public SignatureStage stage() {
        return stage;
    }

    /** SHA-256 of the latest version. */
    public String latest() {
        return latest;
    }

    /** As people see it. */
    public SignatureLine view(UUID deliveryId, List<SignatureVersion> versions) {
        return new SignatureLine(deliveryId, original, signer, issuer, signedAt, stage, stampUntil, nextAt, problem, mailUntil != null,
                versions.stream().map(SignatureVersion::view).toList());
    }
}
