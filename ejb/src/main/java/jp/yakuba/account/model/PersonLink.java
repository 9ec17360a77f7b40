package jp.yakuba.account.model;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** The dated link of an account and a person of the ledger (利用者と住民の紐付け), and how it came about. */
@Entity
@Table(name = "acc_link")
public class PersonLink {
    /** How a link came about. */
    public enum How {
        /** A move became final. */
        MOVE,
        /** The serial number of the card's certificate. */
        CARD_SERIAL,
        /** A clerk saw the identity document. */
        COUNTER
    }

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID accountId;
    private UUID personId;

    @Enumerated(EnumType.STRING)
    private How how;

    private Instant linkedAt;
    private Instant endedAt;

    protected PersonLink() {
        // for JPA
    }

    /** Links from now on. */
    public PersonLink(UUID accountId, UUID personId, How how, Instant now) {
        this.id = UUID.randomUUID();
        this.accountId = accountId;
        this.personId = personId;
        this.how = how;
        this.linkedAt = now;
    }

    /** Ends the link; it stays as history. */
    public void end(Instant now) {
        endedAt = now;
    }

    /** True if it is these two that it joins. */
    public boolean joins(UUID account, UUID person) {
        return accountId.equals(account) && personId.equals(person);
    }

    public UUID accountId() {
        return accountId;
    }

    public UUID personId() {
        return personId;
    }
}
