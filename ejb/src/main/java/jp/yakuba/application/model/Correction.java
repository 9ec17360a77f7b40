package jp.yakuba.application.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.yakuba.application.api.ApplicationView.CorrectionView;
import jp.yakuba.application.api.RequestCorrection;
import org.hibernate.annotations.ColumnTransformer;

/** A correction request (補正の求め): which answers, why, until when, and what came back. */
@Entity
@Table(name = "apl_correction")
public class Correction {
    @Id
    private UUID id;

    @Column(nullable = false, updatable = false)
    private UUID applicationId;

    @Column(nullable = false, updatable = false)
    private String paths;

    @Column(nullable = false, updatable = false)
    private String words;

    @Column(nullable = false, updatable = false)
    private Instant askedAt;

    @Column(nullable = false, updatable = false)
    private LocalDate until;

    private Instant closedAt;

    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(write = "?::jsonb")
    private Answers answers;

    protected Correction() {
        // for JPA
    }

    /** Asks for what the examiner names. */
    public static Correction ask(RequestCorrection command, Instant at) {
        var asked = new Correction();
        asked.id = UUID.randomUUID();
        asked.applicationId = command.applicationId();
        asked.paths = String.join("\n", command.paths());
        asked.words = command.words();
        asked.until = command.until();
        asked.askedAt = at;
        return asked;
    }

    /** True if the answer at the path, or a part of it, was asked again. */
    public boolean asksFor(String path) {
        return paths().stream().anyMatch(asked -> path.equals(asked) || path.startsWith(asked + "."));
    }

    /** Takes the answers; the request is closed. */
    public void answered(Map<String, String> given, Instant at) {
        answers = new Answers(given);
        closedAt = at;
    }

    /** Closes without an answer: withdrawn, or the period ran out. */
    public void close(Instant at) {
        closedAt = at;
    }

    public UUID id() {
        return id;
    }

    public UUID applicationId() {
        return applicationId;
    }

    public List<String> paths() {
        return List.of(paths.split("\n"));
    }

    public CorrectionView view() {
        return new CorrectionView(paths(), words, until);
    }
}
