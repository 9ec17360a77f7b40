package jp.yakuba.document.model.history;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The kept end of a history as it stands after the first step; later ends are written over it by the store. */
@Entity
@Table(name = "doc_event_head")
public class HistoryHead {
    @Id
    private UUID recordId;

    @Column(nullable = false, updatable = false)
    private int sequence;

    @Column(nullable = false, updatable = false)
    private byte[] hash;

    protected HistoryHead() {
        // for JPA
    }

    /** The end that the first step makes. */
    public static HistoryHead of(RecordEvent first) {
        var head = new HistoryHead();
        head.recordId = first.place().recordId();
        head.sequence = first.end().sequence();
        head.hash = first.end().hash();
        return head;
    }
}
