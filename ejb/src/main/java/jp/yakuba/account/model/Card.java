package jp.yakuba.account.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import jp.yakuba.account.api.CardView;

/** A card registered to an account (登録カード): known by issuer and serial number of its sign-in certificate. */
@Entity
@Table(name = "acc_card")
public class Card {
    @Id
    private UUID id;

    @Version
    private long version;

    private UUID accountId;
    private String issuer;
    private String serial;
    private String subject;
    private String fingerprint;
    private Instant validUntil;
    private Instant registeredAt;
    private Instant removedAt;

    protected Card() {
        // for JPA
    }

    /** Registers a card that was presented. */
    public Card(UUID accountId, CardIdentity identity, Instant now) {
        this.id = UUID.randomUUID();
        this.accountId = accountId;
        this.issuer = identity.issuer();
        this.serial = identity.serial();
        this.subject = identity.subject();
        this.fingerprint = identity.fingerprint();
        this.validUntil = identity.validUntil();
        this.registeredAt = now;
    }

    /** Takes the card off the account. */
    public void remove(Instant now) {
        removedAt = now;
    }

    /** True while the card opens the account. */
    public boolean stands() {
        return removedAt == null;
    }

    public UUID id() {
        return id;
    }

    public UUID accountId() {
        return accountId;
    }

    /** How the owner sees the card. */
    public CardView view() {
        return new CardView(id, serial, validUntil, registeredAt);
    }
}
