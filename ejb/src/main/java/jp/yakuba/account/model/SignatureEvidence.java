package jp.yakuba.account.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What was seen when a signature was accepted (署名検証の証跡); never changed. */
@Entity
@Table(name = "acc_signature_evidence")
public class SignatureEvidence {
    @Id
    private UUID id;

    private String subjectType;
    private UUID subjectId;
    private UUID accountId;
    private byte[] digest;
    private byte[] certificate;
    private byte[] signature;
    private String issuer;
    private String serial;
    private String answer;
    private Instant listIssued;
    private Instant listNext;
    private byte[] listSha256;
    private Instant checkedAt;

    protected SignatureEvidence() {
        // for JPA
    }

    /** Evidence of a signature that holds. */
    public SignatureEvidence(
            Subject subject, Signed signed, CardIdentity identity, RevocationList list, Instant now) {
        this.id = UUID.randomUUID();
        this.subjectType = subject.type();
        this.subjectId = subject.id();
        this.accountId = subject.accountId();
        this.digest = signed.digest().clone();
        this.certificate = signed.certificate().clone();
        this.signature = signed.signature().clone();
        this.issuer = identity.issuer();
        this.serial = identity.serial();
        this.answer = CertificateVerdict.VALID.name();
        this.listIssued = list.issued();
        this.listNext = list.next();
        this.listSha256 = list.sha256();
        this.checkedAt = now;
    }

    /** What was signed, and by which account. */
    public record Subject(String type, UUID id, UUID accountId) {}

    /** The bytes of the signature. */
    public record Signed(byte[] digest, byte[] certificate, byte[] signature) {}

    public UUID id() {
        return id;
    }
}
