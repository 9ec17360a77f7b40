package jp.yakuba.certificate.model;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.certificate.api.CopyOutcome;

/** What another office asked of this office's ledger, and how this one answered; it says who was told of by their ids, and nothing of what was told. */
@Entity
@Table(name = "crt_asked")
public class AskedCopy {
    @Id
    private UUID id;

    @Column(nullable = false, updatable = false)
    private String peer;

    @Column(nullable = false, updatable = false)
    private UUID request;

    @Column(nullable = false, updatable = false)
    private String clerk;

    @Column(nullable = false, updatable = false)
    private UUID recordId;

    @Column(nullable = false, updatable = false)
    private Instant answeredAt;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private CopyOutcome outcome;

    @Column(nullable = false, updatable = false)
    private UUID answerRecord;

    @ElementCollection
    @CollectionTable(name = "crt_asked_person", joinColumns = @JoinColumn(name = "asked_id"))
    @Column(name = "person_id")
    private Set<UUID> persons = new HashSet<>();

    protected AskedCopy() {
        // for JPA
    }

    /**
     * The two letters.
     *
     * @param asked record of the one that asked
     * @param answered record of the one that answers
     */
    public record Letters(UUID asked, UUID answered) {}

    /** Answered. */
    public static AskedCopy answered(UUID id, String peer, CopyRequest request, CopyOutcome outcome, Letters letters, Set<UUID> persons, Instant at) {
        var asked = new AskedCopy();
        asked.id = id;
        asked.peer = peer;
        asked.request = request.id();
        asked.clerk = request.clerk();
        asked.recordId = letters.asked();
        asked.answerRecord = letters.answered();
        asked.outcome = outcome;
        asked.answeredAt = at;
        asked.persons.addAll(persons);
        return asked;
    }

    public CopyOutcome outcome() {
        return outcome;
    }

    public Set<UUID> persons() {
        return Set.copyOf(persons);
    }
}
