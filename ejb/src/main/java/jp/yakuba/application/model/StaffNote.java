package jp.yakuba.application.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import jp.yakuba.application.api.ExaminationView.Note;

/** A note on an application that only staff see (付箋). */
@Entity
@Table(name = "apl_note")
public class StaffNote {
    /** Writer of what a core system said, who is no member of staff. */
    public static final UUID NOBODY = new UUID(0, 0);

    @Id
    private UUID id;

    @Column(nullable = false, updatable = false)
    private UUID applicationId;

    @Column(nullable = false, updatable = false)
    private Instant at;

    @Column(nullable = false, updatable = false)
    private UUID staffId;

    @Column(nullable = false, updatable = false)
    private String who;

    @Column(nullable = false, updatable = false)
    private String words;

    protected StaffNote() {
        // for JPA
    }

    public StaffNote(UUID applicationId, UUID staffId, String who, String words, Instant at) {
        this(UUID.randomUUID(), applicationId, staffId, who, words, at);
    }

    /** A note under an id of its writer's, by which a second sending of it is known. */
    public StaffNote(UUID id, UUID applicationId, UUID staffId, String who, String words, Instant at) {
        this.id = id;
        this.applicationId = applicationId;
        this.staffId = staffId;
        this.who = who;
        this.words = words;
        this.at = at;
    }

    public Note view() {
        return new Note(at, who, words);
    }
}
