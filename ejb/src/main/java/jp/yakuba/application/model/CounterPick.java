package jp.yakuba.application.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Whom a clerk found in the ledger for one sheet of the counter. It is the clerk's own, rests on a search that stands in the audit
 * log, holds for an hour and for one sheet.
 */
@Entity
@Table(name = "apl_counter_pick")
public class CounterPick {
    private static final Duration HOLDS = Duration.ofHours(1);

    @Id
    private UUID id;

    @Column(nullable = false, updatable = false)
    private UUID staffId;

    @Column(nullable = false, updatable = false)
    private UUID personId;

    @Column(nullable = false, updatable = false)
    private UUID lookId;

    @Column(nullable = false, updatable = false)
    private String reason;

    @Column(nullable = false, updatable = false)
    private Instant pickedAt;

    private String usedBy;

    protected CounterPick() {
        // for JPA
    }

    public CounterPick(UUID staffId, UUID personId, UUID lookId, String reason, Instant at) {
        this.id = UUID.randomUUID();
        this.staffId = staffId;
        this.personId = personId;
        this.lookId = lookId;
        this.reason = reason;
        this.pickedAt = at;
    }

    /** True while the clerk may go on with it, on the sheet with that key. */
    public boolean holdsFor(UUID staff, String sheet, Instant now) {
        return staffId.equals(staff) && now.isBefore(pickedAt.plus(HOLDS)) && (usedBy == null || usedBy.equals(sheet));
    }

    /** The sheet with that key was sent with it. */
    public void use(String sheet) {
        usedBy = sheet;
    }

    public UUID id() {
        return id;
    }

    public UUID personId() {
        return personId;
    }

    /** Why the clerk looked for the person. */
    public String reason() {
        return reason;
    }
}
