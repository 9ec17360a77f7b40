package jp.yakuba.resident.model;

import static jp.yakuba.resident.api.ResidentProblem.CHANGED_MEANWHILE;
import static jp.yakuba.resident.api.ResidentProblem.NOT_PROVISIONAL;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.kernel.RuleViolation;

/**
 * An event of the ledger (異動). It is entered provisionally, when nobody but the registrars' counter can see what it
 * says; it becomes final on the day it is processed and is history from then on, or it is withdrawn.
 */
@Entity
@Table(name = "res_event")
public class LedgerEvent {
    @Id
    private UUID id;

    @Version
    private long version;

    @Enumerated(EnumType.STRING)
    private EventReason reason;

    private LocalDate eventDate;
    private LocalDate notifiedOn;

    @Enumerated(EnumType.STRING)
    private EventState state;

    private UUID causeId;
    private Instant enteredAt;
    private String enteredBy;
    private Instant processedAt;
    private String processedBy;
    private String remark;

    @ElementCollection
    @CollectionTable(name = "res_event_person", joinColumns = @JoinColumn(name = "event_id"))
    @Column(name = "person_id")
    private Set<UUID> persons = new HashSet<>();

    protected LedgerEvent() {
        // for JPA
    }

    /** Enters an event provisionally. */
    public static LedgerEvent enter(EventReason reason, LocalDate eventDate, UUID causeId, Instant now, String by) {
        var event = new LedgerEvent();
        event.id = UUID.randomUUID();
        event.reason = reason;
        event.eventDate = eventDate;
        event.state = EventState.PROVISIONAL;
        event.causeId = causeId;
        event.enteredAt = now;
        event.enteredBy = by;
        return event;
    }

    /** Makes it final for these persons: notified and processed on the same day. */
    public void makeFinal(long seen, Collection<UUID> concerned, LocalDate today, Instant now, String by) {
        process(seen, EventState.FINAL, now, by);
        notifiedOn = today;
        persons.addAll(concerned);
    }

    /** Takes it back. */
    public void withdraw(long seen, String why, Instant now, String by) {
        process(seen, EventState.WITHDRAWN, now, by);
        remark = why;
    }

    /** Refuses whoever comes too late, or saw an older version. */
    public void mustBeProvisional(long seen) {
        if (state != EventState.PROVISIONAL) {
            throw new RuleViolation(NOT_PROVISIONAL);
        }
        if (version != seen) {
            throw new RuleViolation(CHANGED_MEANWHILE);
        }
    }

    private void process(long seen, EventState target, Instant now, String by) {
        mustBeProvisional(seen);
        state = target;
        processedAt = now;
        processedBy = by;
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public EventReason reason() {
        return reason;
    }

    public LocalDate eventDate() {
        return eventDate;
    }

    public EventState state() {
        return state;
    }

    public UUID causeId() {
        return causeId;
    }

    public Instant enteredAt() {
        return enteredAt;
    }

    public String enteredBy() {
        return enteredBy;
    }
}
