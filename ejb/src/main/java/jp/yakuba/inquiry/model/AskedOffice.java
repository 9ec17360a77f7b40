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

    @Column(nullable = false)
    private Instant sentAt;

    protected AskedOffice() {
        // for JPA
    }

    /** Asked by the message. */
    public static AskedOffice asked(OfficeKey key, UUID message, Instant at) {
        var office = new AskedOffice();
        office.key = key;
        office.askAgain(message, at);
        return office;
    }

    /** Asked once more. */
    public void askAgain(UUID other, Instant at) {
        message = other;
        sentAt = at;
    }

    /** Code of the office. */
    public String peer() {
        return key.peer();
    }

    public UUID message() {
        return message;
    }
}
