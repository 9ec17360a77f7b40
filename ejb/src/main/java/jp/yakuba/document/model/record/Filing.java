package jp.yakuba.document.model.record;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** That a record lies in a file of the plan (編てつ), from when to when; the latest one is where it lies now. */
@Entity
@Table(name = "doc_filing")
public class Filing {

    /** The record, and the how-manieth file it lies in. */
    @Embeddable
    public record Turn(UUID recordId, int number) implements Serializable {}

    @EmbeddedId
    private Turn turn;

    @Column(nullable = false, updatable = false)
    private UUID dossierId;

    @Column(nullable = false, updatable = false)
    private Instant since;

    private Instant until;

    protected Filing() {
        // for JPA
    }

    /** The record's first file. */
    public static Filing first(UUID recordId, UUID dossierId, Instant at) {
        return filed(recordId, 1, dossierId, at);
    }

    /** The next file; this one ends. */
    public Filing moved(UUID toDossier, Instant at) {
        until = at;
        return filed(turn.recordId(), turn.number() + 1, toDossier, at);
    }

    private static Filing filed(UUID recordId, int number, UUID dossierId, Instant at) {
        var filing = new Filing();
        filing.turn = new Turn(recordId, number);
        filing.dossierId = dossierId;
        filing.since = at;
        return filing;
    }

    public UUID dossierId() {
        return dossierId;
    }
}
