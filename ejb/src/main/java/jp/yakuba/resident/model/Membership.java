package jp.yakuba.resident.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.resident.api.ResidentProblem;

/** That a person belongs to a household in a relationship to its head, from a day on. */
@Entity
@Table(name = "res_membership")
public class Membership {
    @Id
    private UUID id;

    @Version
    private long version;

    private UUID householdId;
    private UUID personId;
    private String relationship;
    private LocalDate validFrom;
    private LocalDate validUntil;

    protected Membership() {
        // for JPA
    }

    /** Joins a person to a household. */
    public static Membership join(UUID householdId, UUID personId, Relationship relationship, LocalDate from) {
        var membership = new Membership();
        membership.id = UUID.randomUUID();
        membership.householdId = householdId;
        membership.personId = personId;
        membership.relationship = relationship.value();
        membership.validFrom = from;
        return membership;
    }

    /** Ends it; the day is the first day no longer. */
    public void end(LocalDate on) {
        if (on.isBefore(validFrom)) {
            throw new RuleViolation(ResidentProblem.DAY_DOES_NOT_FIT);
        }
        validUntil = on;
    }

    /** Goes on under another head from the day, or from the day it began if that is later. */
    public Membership regroup(Relationship toHead, LocalDate on) {
        var day = on.isBefore(validFrom) ? validFrom : on;
        validUntil = day;
        return join(householdId, personId, toHead, day);
    }

    public UUID personId() {
        return personId;
    }

    public UUID householdId() {
        return householdId;
    }

    public Relationship relationship() {
        return new Relationship(relationship);
    }
}
