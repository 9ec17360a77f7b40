package jp.yakuba.document.model.importing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Where a record of an earlier system came from: import and line. Its number there is taken over once, under this key. */
@Entity
@Table(name = "doc_import_record")
public class ImportedRecord {
    @Id
    private UUID causeId;

    @Column(nullable = false, updatable = false)
    private UUID recordId;

    @Column(nullable = false, updatable = false)
    private UUID importId;

    @Column(nullable = false, updatable = false)
    private int line;

    @Column(nullable = false, updatable = false)
    private String digest;

    private UUID personId;

    protected ImportedRecord() {
        // for JPA
    }

    /** Of the line of the import. */
    public static ImportedRecord of(UUID importId, ImportRow row, UUID causeId, UUID recordId, UUID personId) {
        var imported = new ImportedRecord();
        imported.causeId = causeId;
        imported.recordId = recordId;
        imported.importId = importId;
        imported.line = row.line();
        imported.digest = row.digest();
        imported.personId = personId;
        return imported;
    }

    public UUID causeId() {
        return causeId;
    }

    public UUID importId() {
        return importId;
    }

    /** SHA-256 over the line. */
    public String digest() {
        return digest;
    }
}
