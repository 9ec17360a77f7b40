package jp.yakuba.resident.model;

import static jp.yakuba.resident.api.ResidentProblem.CHANGED_MEANWHILE;
import static jp.yakuba.resident.api.ResidentProblem.NO_SUCH_RELEASE;
import static jp.yakuba.resident.api.ResidentProblem.SECOND_PERSON_NEEDED;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import jp.yakuba.kernel.RuleViolation;

/**
 * A temporary release of one person's address to one member of staff (一時解除). One asks with a reason, another grants or
 * refuses; granted, it opens to the asker alone and locks again by itself. Nothing of it is told to other systems.
 */
@Entity
@Table(name = "res_release")
public class Release {
    @Id
    private UUID id;

    @Version
    private long version;

    private UUID personId;
    private UUID requestedBy;
    private String requester;
    private Instant requestedAt;
    private String reason;
    private UUID decidedBy;
    private Instant decidedAt;
    private Instant locksAgainAt;

    protected Release() {
        // for JPA
    }

    /** Asks for a release. */
    public static Release request(UUID personId, UUID by, String requester, String reason, Instant now) {
        var release = new Release();
        release.id = UUID.randomUUID();
        release.personId = personId;
        release.requestedBy = by;
        release.requester = requester;
        release.requestedAt = now;
        release.reason = reason;
        return release;
    }

    /** Opens the address to the asker for a while. */
    public void grant(long seen, UUID by, Instant now, Duration open) {
        decide(seen, by, now);
        locksAgainAt = now.plus(open);
    }

    /** Leaves it closed. */
    public void refuse(long seen, UUID by, Instant now) {
        decide(seen, by, now);
    }

    private void decide(long seen, UUID by, Instant now) {
        if (decidedAt != null) {
            throw new RuleViolation(NO_SUCH_RELEASE);
        }
        if (version != seen) {
            throw new RuleViolation(CHANGED_MEANWHILE);
        }
        if (requestedBy.equals(by)) {
            throw new RuleViolation(SECOND_PERSON_NEEDED);
        }
        decidedBy = by;
        decidedAt = now;
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public UUID personId() {
        return personId;
    }

    public String requester() {
        return requester;
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    public String reason() {
        return reason;
    }
}
