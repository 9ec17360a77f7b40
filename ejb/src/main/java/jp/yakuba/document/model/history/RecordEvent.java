package jp.yakuba.document.model.history;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import jp.yakuba.document.api.RecordEventKind;
import jp.yakuba.document.api.RecordEventLine;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.Sha256;

/**
 * One step in the history of a record (履歴), chained by SHA-256 to the step before it. It is written once; the database
 * refuses to change or remove it.
 */
@Entity
@Table(name = "doc_event")
public class RecordEvent {
    private static final String VERSION = "yakuba-record-event-1";
    private static final int LONGEST_NAME = 500;

    /** Which record, and which step of its history. */
    @Embeddable
    public record Place(UUID recordId, int sequence) implements Serializable {}

    @EmbeddedId
    private Place place;

    @Enumerated(EnumType.STRING)
    private RecordEventKind kind;

    private Instant happenedAt;

    @Enumerated(EnumType.STRING)
    private Actor.Kind actorKind;

    private UUID actorId;
    private String actorName;
    private String post;
    private String section;
    private String payload;
    private byte[] previousHash;
    private byte[] hash;

    protected RecordEvent() {
        // for JPA
    }

    /** What happens next to the record after the end of its history so far. */
    public static RecordEvent after(
            HistoryEnd end, UUID recordId, RecordEventKind kind, Payload payload, Actor actor, Instant at) {
        var step = new RecordEvent();
        step.place = new Place(recordId, end.sequence() + 1);
        step.kind = kind;
        step.happenedAt = at.truncatedTo(ChronoUnit.MICROS);
        step.actorKind = actor.kind();
        step.actorId = actor.id();
        step.actorName = kept(actor.name());
        step.post = kept(actor.post());
        step.section = kept(actor.section());
        step.payload = payload.text();
        step.previousHash = end.hash();
        step.hash = step.hashOfWhatItSays();
        return step;
    }

    /** The history's end once this step was made. */
    public HistoryEnd end() {
        return new HistoryEnd(place.sequence(), hash);
    }

    /** True if it names the end as its predecessor. */
    public boolean follows(HistoryEnd end) {
        return MessageDigest.isEqual(previousHash, end.hash());
    }

    /** True if it still says what was chained. */
    public boolean isAsItWasWritten() {
        return MessageDigest.isEqual(hash, hashOfWhatItSays());
    }

    public Place place() {
        return place;
    }

    public RecordEventKind kind() {
        return kind;
    }

    /** What it says beside who and when. */
    public Payload payload() {
        return new Payload(payload);
    }

    /** As people read it. */
    public RecordEventLine line() {
        return new RecordEventLine(place.recordId(), place.sequence(), kind, happenedAt, actorName, post, section,
                payload().values(), HexFormat.of().formatHex(hash));
    }

    private byte[] hashOfWhatItSays() {
        var digest = Sha256.begin();
        digest.update(previousHash);
        return digest.digest(new CanonicalForm(VERSION)
                .add(place.recordId()).add(place.sequence()).add(kind.name()).add(happenedAt).add(actorKind.name())
                .add(actorId).add(actorName).add(post).add(section).add(payload)
                .bytes());
    }

    private static String kept(String text) {
        if (text == null) {
            return null;
        }
        var clean = text.replace('\0', ' ');
        return clean.length() <= LONGEST_NAME ? clean : clean.substring(0, LONGEST_NAME);
    }
}
