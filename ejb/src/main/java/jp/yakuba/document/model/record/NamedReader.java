package jp.yakuba.document.model.record;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import jp.yakuba.document.api.RecordSheet;

/** A member of staff who is named as reader of a record; of a confidential one (秘密文書) nobody else reads. */
@Entity
@Table(name = "doc_reader")
public class NamedReader {

    /** The record and the reader. */
    @Embeddable
    public record Grant(UUID recordId, UUID staffId) implements Serializable {}

    @EmbeddedId
    private Grant grant;

    @Column(nullable = false, updatable = false)
    private String name;

    @Column(nullable = false, updatable = false)
    private Instant since;

    protected NamedReader() {
        // for JPA
    }

    /** Names a reader. */
    public static NamedReader of(UUID recordId, UUID staffId, String name, Instant since) {
        var reader = new NamedReader();
        reader.grant = new Grant(recordId, staffId);
        reader.name = name;
        reader.since = since;
        return reader;
    }

    public UUID recordId() {
        return grant.recordId();
    }

    public UUID staffId() {
        return grant.staffId();
    }

    /** As people see it. */
    public RecordSheet.Reader view() {
        return new RecordSheet.Reader(grant.staffId(), name, since);
    }
}
