package jp.yakuba.document.model.importing;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import jp.yakuba.document.api.ImportFaultLine;

/** Something that is wrong with a line of an import, as it was found. */
@Entity
@Table(name = "doc_import_fault")
public class ImportFault {
    /** The import, the line, and the how-manieth fault of it. */
    @Embeddable
    public record Place(UUID importId, int line, int number) implements Serializable {}

    @EmbeddedId
    private Place place;

    private String field;
    private String reason;
    private String value;

    protected ImportFault() {
        // for JPA
    }

    /** Keeps a fault. */
    public static ImportFault of(UUID importId, ImportFaultLine found) {
        var fault = new ImportFault();
        fault.place = new Place(importId, found.line(), found.number());
        fault.field = found.column();
        fault.reason = found.reason();
        fault.value = found.value();
        return fault;
    }

    /** As people see it. */
    public ImportFaultLine view() {
        return new ImportFaultLine(place.line(), place.number(), field, reason, value);
    }
}
