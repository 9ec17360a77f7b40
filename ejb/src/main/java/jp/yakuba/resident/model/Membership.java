package jp.yakuba.resident.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;

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

    /**
     * Ends it with the day, or with the day it began if that is later: a household may have got another head since the day of which is heard late.
     * Whether the person could leave that day is asked of the person ({@link Person#leave}).
     */
    public void end(LocalDate on) {
        validUntil = notBeforeIts(on);
    }

    /** Goes on under another head from the day, or from the day it began if that is later. */
    public Membership regroup(Relationship toHead, LocalDate on) {
        end(on);
        return join(householdId, personId, toHead, validUntil);
    }

    private LocalDate notBeforeIts(LocalDate day) {
        return day.isBefore(validFrom) ? validFrom : day;
    }

    /** The first day no longer; null while it lasts. */
    public LocalDate validUntil() {
        return validUntil;
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
