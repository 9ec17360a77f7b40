package jp.yakuba.application.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What was sent at one sitting (一括申請): only a cover; each procedure in it lives its own life. */
@Entity
@Table(name = "apl_bundle")
public class Bundle {
    @Id
    private UUID id;

    @Column(nullable = false, updatable = false)
    private UUID ownerId;

    @Column(nullable = false, updatable = false)
    private String onceKey;

    @Column(updatable = false)
    private UUID accountId;

    @Column(updatable = false)
    private UUID mandateId;

    @Column(updatable = false)
    private String agentName;

    @Column(updatable = false)
    private UUID draftId;

    @Column(updatable = false)
    private String guide;

    @Column(nullable = false, updatable = false)
    private String language;

    @Column(nullable = false, updatable = false)
    private Instant arrivedAt;

    protected Bundle() {
        // for JPA
    }

    public UUID id() {
        return id;
    }

    /** The mandate under which it was sent for somebody else; null if none. */
    public UUID mandateId() {
        return mandateId;
    }

    /** Who acted under the mandate, by the signature, the ledger or the account; null without a mandate. */
    public String agentName() {
        return agentName;
    }

    /** The account that sent it: the applicant's own, or under a mandate the agent's; null at the counter. */
    public UUID accountId() {
        return accountId;
    }

    public String guide() {
        return guide;
    }

    public String language() {
        return language;
    }

    public Instant arrivedAt() {
        return arrivedAt;
    }
}
