package jp.yakuba.audit.model;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import jp.yakuba.audit.api.AuditKind;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.kernel.Actor;

/** One trace in the audit log (操作記録). It is written once and never changes; the database refuses to change it. */
@Entity
@Table(name = "aud_entry")
public class AuditEntry {
    private static final int LONGEST_TEXT = 500;

    @Id
    private UUID id;

    private Instant occurredAt;

    @Enumerated(EnumType.STRING)
    private AuditKind kind;

    private String deed;

    @Enumerated(EnumType.STRING)
    private Actor.Kind actorKind;

    private UUID actorId;
    private String actorName;
    private String post;
    private String section;
    private String origin;
    private String requestId;
    private UUID personId;
    private String objectType;
    private String objectId;
    private String reason;

    protected AuditEntry() {
        // for JPA
    }

    private AuditEntry(AuditKind kind, AuditNote note, Actor actor, String requestId, Instant at) {
        this.id = UUID.randomUUID();
        this.occurredAt = at.truncatedTo(ChronoUnit.MICROS);
        this.kind = kind;
        this.deed = note.deed();
        this.actorKind = actor.kind();
        this.actorId = actor.id();
        this.actorName = kept(actor.name());
        this.post = kept(actor.post());
        this.section = kept(actor.section());
        this.origin = kept(actor.origin());
        this.requestId = requestId == null ? "-" : kept(requestId);
        this.personId = note.personId();
        this.objectType = kept(note.objectType());
        this.objectId = kept(note.objectId());
        this.reason = kept(note.reason());
    }

    /** Writes down what the actor did at the moment. */
    public static AuditEntry of(AuditKind kind, AuditNote note, Actor actor, String requestId, Instant at) {
        return new AuditEntry(kind, note, actor, requestId, at);
    }

    /** The entry's id. */
    public UUID id() {
        return id;
    }

    /** What the chain seals of the entry: all of it. */
    public SealedFacts facts() {
        return new SealedFacts(id, occurredAt, kind.name(), deed, actorKind.name(), actorId, actorName, post, section,
                origin, requestId, personId, objectType, objectId, reason);
    }

    /** A text that fits: without the NUL that PostgreSQL cannot keep, and not longer than a reader can use. */
    private static String kept(String text) {
        if (text == null) {
            return null;
        }
        var clean = text.replace('\0', ' ');
        return clean.length() <= LONGEST_TEXT ? clean : clean.substring(0, LONGEST_TEXT);
    }
}
