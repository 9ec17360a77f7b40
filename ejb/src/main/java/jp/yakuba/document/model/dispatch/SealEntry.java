package jp.yakuba.document.model.dispatch;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import jp.yakuba.document.api.SealLine;
import jp.yakuba.document.model.NumberedRecord;
import jp.yakuba.kernel.Actor;

/** A line of the seal register (公印使用簿): which seal was put on which document, how often, by whom. It is written once. */
@Entity
@Table(name = "doc_seal_use")
public class SealEntry {
    @Id
    private UUID id;

    private UUID recordId;
    private String seal;
    private int copies;
    private String section;
    private UUID usedBy;
    private String usedName;
    private Instant usedAt;

    protected SealEntry() {
        // for JPA
    }

    /** The seal on so many copies of the record. */
    public static SealEntry of(NumberedRecord record, String seal, int copies, Actor by, Instant at) {
        var entry = new SealEntry();
        entry.id = UUID.randomUUID();
        entry.recordId = record.id();
        entry.seal = seal;
        entry.copies = copies;
        entry.section = record.section();
        entry.usedBy = by.id();
        entry.usedName = by.name();
        entry.usedAt = at;
        return entry;
    }

    /** As people read it, with number and title of the record. */
    public SealLine line(NumberedRecord record) {
        return new SealLine(recordId, record.number(), record.title(), seal, copies, section, usedName, usedAt);
    }
}
