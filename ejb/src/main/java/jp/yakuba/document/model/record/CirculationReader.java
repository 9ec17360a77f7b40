package jp.yakuba.document.model.record;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import jp.yakuba.document.api.CirculationView;

/** One reader of a circulation with the mark of having read (閲覧印). */
@Entity
@Table(name = "doc_circulation_reader")
public class CirculationReader {

    /** The circulation and the reader. */
    @Embeddable
    public record Seat(UUID circulationId, UUID staffId) implements Serializable {}

    @EmbeddedId
    private Seat seat;

    @MapsId("circulationId")
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "circulation_id", updatable = false)
    private Circulation circulation;

    @Column(nullable = false, updatable = false)
    private UUID recordId;

    @Column(nullable = false, updatable = false)
    private int position;

    @Column(nullable = false, updatable = false)
    private String name;

    @Column(nullable = false, updatable = false)
    private String section;

    private Instant readAt;
    private String comment;

    protected CirculationReader() {
        // for JPA
    }

    CirculationReader(Circulation circulation, int position, Circulation.Invited invited) {
        this.seat = new Seat(circulation.id(), invited.staffId());
        this.circulation = circulation;
        this.recordId = circulation.recordId();
        this.position = position;
        this.name = invited.name();
        this.section = invited.section();
    }

    boolean read(String words, Instant at) {
        if (readAt != null) {
            return false;
        }
        readAt = at;
        comment = words;
        return true;
    }

    boolean hasRead() {
        return readAt != null;
    }

    UUID staffId() {
        return seat.staffId();
    }

    CirculationView.Reading view() {
        return new CirculationView.Reading(seat.staffId(), name, section, readAt, comment);
    }
}
