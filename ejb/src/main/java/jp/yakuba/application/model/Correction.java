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

    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(write = "?::jsonb")
    private Answers answersBefore;

    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(write = "?::jsonb")
    private Answers answersAfter;

    private UUID recordId;

    private Instant lapseToldAt;

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
        return paths.isEmpty() || paths().stream().anyMatch(asked -> path.equals(asked) || path.startsWith(asked + "."));
    }

    /** What stood in the application before, what was given, and what stands there now. */
    public record Change(Map<String, String> before, Map<String, String> given, Map<String, String> after) {}

    /** Takes the answers; the request is closed. */
    public void answered(Change change, Instant at) {
        answers = new Answers(change.given());
        answersBefore = new Answers(change.before());
        answersAfter = new Answers(change.after());
        closedAt = at;
    }

    /** The answer was entered in the register of records (収受). */
    public void receivedAs(UUID incomingRecord) {
        recordId = incomingRecord;
    }

    /** Everybody concerned was told that the period ran out. */
    public void lapseTold(Instant at) {
        lapseToldAt = at;
    }

    /** True if the period has run out, which it does with the end of its last day. */
    public boolean isLapsed(LocalDate today) {
        return closedAt == null && today.isAfter(until);
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

    /** True if its period has run out and nobody was told yet. */
    public boolean owesTelling(LocalDate today) {
        return isLapsed(today) && lapseToldAt == null;
    }

    /** The questions asked again; empty for the whole form. */
    public List<String> paths() {
        return paths.isEmpty() ? List.of() : List.of(paths.split("\n"));
    }

    public String words() {
        return words;
    }

    public Instant askedAt() {
        return askedAt;
    }

    public LocalDate until() {
        return until;
    }

    /** When it was answered, or closed without an answer; null while it is open. */
    public Instant closedAt() {
        return closedAt;
    }

    /** The incoming record of the answer; null as long as there is none. */
    public UUID recordId() {
        return recordId;
    }

    public boolean isOpen() {
        return closedAt == null;
    }

    /** True if it was answered in a way that shows what changed. */
    public boolean isAnswered() {
        return answersBefore != null;
    }

    public Map<String, String> before() {
        return answersBefore.byPath();
    }

    public Map<String, String> after() {
        return answersAfter.byPath();
    }

    /** The request for the applicant, with its words as they may leave the office. */
    public CorrectionView view(String leaving, LocalDate today) {
        return new CorrectionView(id, paths(), leaving, until, isLapsed(today));
    }
}
