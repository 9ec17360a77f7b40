package jp.yakuba.inquiry.model;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An office that was asked, and by which message. */
@Entity
@Table(name = "inq_office")
public class AskedOffice {
    @EmbeddedId
    private OfficeKey key;

    @Column(nullable = false)
    private UUID message;

    private UUID recordId;

    @Column(nullable = false)
    private Instant sentAt;

    private Instant remindedAt;

    protected AskedOffice() {
        // for JPA
    }

    /** Asked by the message of a letter. */
    public static AskedOffice asked(OfficeKey key, UUID message, UUID letter, Instant at) {
        var office = new AskedOffice();
        office.key = key;
        office.askAgain(message, letter, at);
        return office;
    }

    /** Asked once more. */
    public void askAgain(UUID other, UUID letter, Instant at) {
        message = other;
        recordId = letter;
        sentAt = at;
    }

    /** Reminded by the letter that was noted last. */
    public void remind(Instant at) {
        remindedAt = at;
    }

    /** When it was reminded last; null if never. */
    public Instant remindedAt() {
        return remindedAt;
    }

    /** Code of the office. */
    public String peer() {
        return key.peer();
    }

    /** The outgoing record of the message. */
    public UUID recordId() {
        return recordId;
    }

    public UUID message() {
        return message;
    }
}
