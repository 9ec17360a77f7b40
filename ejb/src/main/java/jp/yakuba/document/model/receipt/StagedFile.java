package jp.yakuba.document.model.receipt;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import jp.yakuba.document.api.StagedUpload;
import jp.yakuba.document.api.StagedUpload.Condition;
import jp.yakuba.document.api.StoredFile;

/** A file that a member of staff has handed in and not entered yet. */
@Entity
@Table(name = "doc_staged_file")
public class StagedFile {
    @Id
    private UUID id;

    @Column(nullable = false, updatable = false)
    private UUID staffId;

    @Column(nullable = false, updatable = false)
    private String sha256;

    @Column(nullable = false, updatable = false)
    private String name;

    @Column(nullable = false, updatable = false)
    private String mediaType;

    @Column(nullable = false, updatable = false)
    private long size;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private Condition condition;

    @Column(nullable = false, updatable = false)
    private Instant stagedAt;

    protected StagedFile() {
        // for JPA
    }

    /** Holds a kept file for a member of staff. */
    public static StagedFile held(StoredFile file, Condition condition, UUID staffId, Instant at) {
        var staged = new StagedFile();
        staged.id = UUID.randomUUID();
        staged.staffId = staffId;
        staged.sha256 = file.sha256();
        staged.name = file.name();
        staged.mediaType = file.mediaType();
        staged.size = file.size();
        staged.condition = condition;
        staged.stagedAt = at;
        return staged;
    }

    public UUID id() {
        return id;
    }

    /** The kept file. */
    public StoredFile file() {
        return new StoredFile(sha256, size, mediaType, name);
    }

    /** True if it could not be opened. */
    public boolean isUnreadable() {
        return condition == Condition.ENCRYPTED || condition == Condition.BROKEN;
    }

    /** As people see it, with the number of a record that has the same bytes. */
    public StagedUpload.File view(String known) {
        return new StagedUpload.File(id, name, mediaType, size, sha256, condition, known);
    }
}
