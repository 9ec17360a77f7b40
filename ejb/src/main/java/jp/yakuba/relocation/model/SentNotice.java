package jp.yakuba.relocation.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That the town before was told of a move in; a move is told of once. */
@Entity
@Table(name = "rel_sent")
public class SentNotice {
    @Id
    private UUID eventId;

    @Column(nullable = false, updatable = false)
    private String peer;

    @Column(nullable = false, updatable = false)
    private UUID notice;

    @Column(nullable = false, updatable = false)
    private UUID recordId;

    @Column(nullable = false, updatable = false)
    private String number;

    @Column(nullable = false, updatable = false)
    private Instant sentAt;

    protected SentNotice() {
        // for JPA
    }

    /** Told by the record under the number. */
    public static SentNotice of(UUID eventId, String peer, UUID notice, UUID recordId, String number, Instant at) {
        var sent = new SentNotice();
        sent.eventId = eventId;
        sent.peer = peer;
        sent.notice = notice;
        sent.recordId = recordId;
        sent.number = number;
        sent.sentAt = at;
        return sent;
    }
}
