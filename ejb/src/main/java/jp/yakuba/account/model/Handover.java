package jp.yakuba.account.model;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import jp.yakuba.account.api.CardStart;

/**
 * One way from the portal to the card listener and home again (カード認証の引き継ぎ).
 *
 * <p>The state travels to the card listener in the address; the token comes home from there and works once, and only
 * together with the secret that never left the browser that began. So nobody can be sent in under another's card, and
 * nobody can finish with a card that another was led to show.
 */
@Entity
@Table(name = "acc_handover")
public class Handover {
    private static final Duration TO_PRESENT = Duration.ofMinutes(10);
    private static final Duration TO_TAKE = Duration.ofMinutes(2);
    private static final Duration TO_REGISTER = Duration.ofMinutes(30);

    @Id
    private UUID id;

    @Version
    private long version;

    private byte[] stateHash;
    private byte[] browserHash;
    private byte[] tokenHash;
    private String returnTo;
    private UUID accountId;

    @Embedded
    private CardIdentity card;

    private Instant createdAt;
    private Instant expiresAt;
    private Instant usedAt;

    protected Handover() {
        // for JPA
    }

    /** Opens the way; the account is that of a resident who adds a card, or null for a sign-in. */
    public Handover(CardStart start, String returnTo, UUID accountId, Instant now) {
        this.id = UUID.randomUUID();
        this.stateHash = SecretToken.hash(start.state());
        this.browserHash = SecretToken.hash(start.browser());
        this.returnTo = returnTo;
        this.accountId = accountId;
        this.createdAt = now;
        this.expiresAt = now.plus(TO_PRESENT);
    }

    /** A card that holds was presented; the token leads home. */
    public void present(CardIdentity presented, String token, Instant now) {
        card = presented;
        tokenHash = SecretToken.hash(token);
        expiresAt = now.plus(TO_TAKE);
    }

    /** The card has no account yet: its owner gets time to open one. */
    public void waitForAccount(Instant now) {
        expiresAt = now.plus(TO_REGISTER);
    }

    /** Uses the way up. */
    public void use(Instant now) {
        usedAt = now;
    }

    /** True while the handover goes on. */
    public boolean stands(Instant now) {
        return usedAt == null && now.isBefore(expiresAt);
    }

    /** True if the secret is that of the browser in which the way began. */
    public boolean beganIn(String browser) {
        return browser != null && browserHash != null && MessageDigest.isEqual(browserHash, SecretToken.hash(browser));
    }

    /** True until a card was presented. */
    public boolean awaitsCard() {
        return tokenHash == null;
    }

    public String returnTo() {
        return returnTo;
    }

    /** The account to which the card will be added; null for a sign-in. */
    public UUID accountId() {
        return accountId;
    }

    public CardIdentity card() {
        return card;
    }
}
