package jp.yakuba.account.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import jp.yakuba.account.api.CardSigned;
import jp.yakuba.account.api.SigningView;

/** A signature on its way (署名の受け渡し): asked for, delivered once, taken once, gone after half an hour. */
@Entity
@Table(name = "acc_signing")
public class Signing {
    private static final Duration LIFE = Duration.ofMinutes(30);

    @Id
    private byte[] stateHash;

    @Version
    private long version;

    private UUID accountId;
    private byte[] digest;
    private String returnPath;
    private String certificate;
    private String signature;
    private Instant createdAt;
    private Instant expiresAt;
    private Instant takenAt;

    protected Signing() {
        // for JPA
    }

    /** Asks for a signature over the digest. */
    public Signing(String state, UUID accountId, byte[] digest, String returnPath, Instant now) {
        this.stateHash = SecretToken.hash(state);
        this.accountId = accountId;
        this.digest = digest.clone();
        this.returnPath = returnPath;
        this.createdAt = now;
        this.expiresAt = now.plus(LIFE);
    }

    /** The card's work is here. */
    public void deliver(CardSigned signed) {
        certificate = signed.certificate();
        signature = signed.signature();
    }

    /** Gives the card's work away. */
    public CardSigned take(Instant now) {
        takenAt = now;
        var signed = new CardSigned(certificate, signature);
        certificate = null;
        signature = null;
        return signed;
    }

    /** True while the signature may come or be taken. */
    public boolean stands(Instant now) {
        return takenAt == null && now.isBefore(expiresAt);
    }

    /** True if the signature is there. */
    public boolean isDelivered() {
        return certificate != null;
    }

    public UUID accountId() {
        return accountId;
    }

    /** How its owner sees it. */
    public SigningView view() {
        return new SigningView(HexFormat.of().formatHex(digest), returnPath, isDelivered());
    }
}
