package jp.yakuba.resident.model;

import static jp.yakuba.resident.api.ResidentProblem.CHANGED_MEANWHILE;
import static jp.yakuba.resident.api.ResidentProblem.NO_SUCH_PROTECTION;
import static jp.yakuba.resident.api.ResidentProblem.TOO_EARLY_TO_EXTEND;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.resident.api.EnterProtection;

/**
 * A protection of a person and those protected together (支援措置). It shields from the moment it is entered, provisional or
 * not; confirmed, it runs for a year and can be extended from a month before its end. When the period passes it still
 * shields: only a person ends it, with a reason.
 */
@Entity
@Table(name = "res_protection")
public class Protection {
    @Id
    private UUID id;

    @Version
    private long version;

    private UUID applicantId;
    private boolean provisional;
    private LocalDate startsOn;
    private LocalDate endsOn;
    private String adversaryName;
    private String supportOffice;
    private Instant enteredAt;
    private UUID enteredBy;
    private Instant endedAt;
    private UUID endedBy;
    private String endReason;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "res_protected_person", joinColumns = @JoinColumn(name = "protection_id"))
    @Column(name = "person_id")
    private Set<UUID> persons = new LinkedHashSet<>();

    protected Protection() {
        // for JPA
    }

    /** Enters a protection; it shields at once. */
    public static Protection enter(EnterProtection asked, Instant now, UUID by) {
        var protection = new Protection();
        protection.id = UUID.randomUUID();
        protection.applicantId = asked.personIds().get(0);
        protection.persons.addAll(asked.personIds());
        protection.provisional = asked.provisional();
        protection.runFor(ProtectionPeriod.yearFrom(asked.startsOn()));
        protection.adversaryName = asked.adversaryName();
        protection.supportOffice = asked.supportOffice();
        protection.enteredAt = now;
        protection.enteredBy = by;
        return protection;
    }

    /** The need is confirmed: a year runs from the day. */
    public void confirm(long seen, LocalDate from) {
        mustStand(seen);
        provisional = false;
        runFor(ProtectionPeriod.yearFrom(from));
    }

    /** Another year from the day after the end. */
    public void extend(long seen, LocalDate today) {
        mustStand(seen);
        if (!period().mayBeExtendedOn(today)) {
            throw new RuleViolation(TOO_EARLY_TO_EXTEND, endsOn.minusMonths(1));
        }
        runFor(period().extended());
    }

    /** Ends it. */
    public void end(long seen, String reason, Instant now, UUID by) {
        mustStand(seen);
        endedAt = now;
        endedBy = by;
        endReason = reason;
    }

    private void runFor(ProtectionPeriod period) {
        startsOn = period.startsOn();
        endsOn = period.endsOn();
    }

    private void mustStand(long seen) {
        if (endedAt != null) {
            throw new RuleViolation(NO_SUCH_PROTECTION);
        }
        if (version != seen) {
            throw new RuleViolation(CHANGED_MEANWHILE);
        }
    }

    /** True until somebody ends it; the end of its period ends nothing. */
    public boolean isStanding() {
        return endedAt == null;
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public UUID applicantId() {
        return applicantId;
    }

    public Set<UUID> persons() {
        return Set.copyOf(persons);
    }

    public boolean isProvisional() {
        return provisional;
    }

    public ProtectionPeriod period() {
        return new ProtectionPeriod(startsOn, endsOn);
    }
}
