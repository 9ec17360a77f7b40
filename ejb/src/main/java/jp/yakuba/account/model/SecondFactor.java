package jp.yakuba.account.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** The authenticator of an account or a member of staff (二要素認証): its secret under a server key, and its last code. */
@Entity
@Table(name = "acc_totp")
public class SecondFactor {
    @Id
    private UUID ownerId;

    @Version
    private long version;

    private byte[] secret;
    private Instant confirmedAt;
    private long lastStep;
    private Instant createdAt;

    protected SecondFactor() {
        // for JPA
    }

    /** A factor that is not yet asked for. */
    public SecondFactor(UUID ownerId, byte[] sealedSecret, Instant now) {
        this.ownerId = ownerId;
        this.secret = sealedSecret.clone();
        this.createdAt = now;
    }

    /** Starts anew with another secret, while unconfirmed. */
    public void restart(byte[] sealedSecret, Instant now) {
        if (isAsked()) {
            throw new IllegalStateException("A confirmed factor is removed, not restarted");
        }
        secret = sealedSecret.clone();
        createdAt = now;
        lastStep = 0;
    }

    /** The first right code was given: from now on it is asked at every sign-in. */
    public void confirm(long step, Instant now) {
        confirmedAt = now;
        lastStep = step;
    }

    /** A code was used; it never works again. */
    public void use(long step) {
        lastStep = step;
    }

    /** True if sign-in asks for it. */
    public boolean isAsked() {
        return confirmedAt != null;
    }

    public UUID ownerId() {
        return ownerId;
    }

    /** The secret as stored, under a server key. */
    public byte[] sealedSecret() {
        return secret.clone();
    }

    public long lastStep() {
        return lastStep;
    }
}
