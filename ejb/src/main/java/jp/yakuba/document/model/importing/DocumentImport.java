package jp.yakuba.document.model.importing;

import static jp.yakuba.document.api.DocumentProblem.NOT_IN_THIS_STATE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.document.api.ImportSheet;
import jp.yakuba.document.api.ImportState;
import jp.yakuba.document.api.OrderImport;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.Assurance;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.kernel.VisibleText;

/**
 * A job that takes documents of an earlier system over (移行文書の取込), line by line of its list. How many lines are done with moves
 * on in the deed that takes them, under the lock of its row: whatever is killed when, each line counts once.
 */
@Entity
@Table(name = "doc_import")
public class DocumentImport {
    @Id
    private UUID id;

    @Column(nullable = false, updatable = false)
    private String origin;

    @Column(nullable = false, updatable = false)
    private String source;

    @Column(nullable = false, updatable = false)
    private boolean onlyCheck;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ImportState state;

    private String manifestSha256;
    private Integer total;
    private int done;
    private int taken;
    private int there;
    private int faulty;

    @Column(nullable = false, updatable = false)
    private UUID orderedBy;

    @Column(nullable = false, updatable = false)
    private String orderedName;

    @Column(updatable = false)
    private String orderedPost;

    @Column(updatable = false)
    private String orderedSection;

    @Column(nullable = false, updatable = false)
    private Instant orderedAt;

    private Instant startedAt;
    private Instant finishedAt;
    private String problem;
    private String problemDetail;

    protected DocumentImport() {
        // for JPA
    }

    /** Orders one. */
    public static DocumentImport ordered(OrderImport command, Actor by, Instant at) {
        var ordered = new DocumentImport();
        ordered.id = UUID.randomUUID();
        ordered.origin = VisibleText.of(command.origin().replace('\0', ' ')).strip();
        ordered.source = command.source();
        ordered.onlyCheck = command.onlyCheck();
        ordered.state = ImportState.WAITING;
        ordered.orderedBy = by.id();
        ordered.orderedName = by.name();
        ordered.orderedPost = by.post();
        ordered.orderedSection = by.section();
        ordered.orderedAt = at;
        return ordered;
    }

    /** Begins or goes on with a list of so many lines; another list than at the beginning breaks it. */
    public void begin(String sha256, int lines, Instant at) {
        if (manifestSha256 != null && !manifestSha256.equals(sha256)) {
            breakOff("manifest-changed", null);
            return;
        }
        manifestSha256 = sha256;
        total = lines;
        state = ImportState.RUNNING;
        startedAt = startedAt == null ? at : startedAt;
    }

    /** So many lines are done with, some of which may be empty. */
    public void advance(int lines, int nowTaken, int alreadyThere, int nowFaulty) {
        taken += nowTaken;
        there += alreadyThere;
        faulty += nowFaulty;
        done += lines;
    }

    /** True if every line is done with. */
    public boolean isAtItsEnd() {
        return total != null && done >= total;
    }

    /** Every line is done with. */
    public void finish(Instant at) {
        state = ImportState.DONE;
        finishedAt = at;
    }

    /** The list as a whole cannot be taken. */
    public void breakOff(String why, String detail) {
        state = ImportState.BROKEN;
        problem = why;
        problemDetail = detail;
    }

    /** Somebody stops it. */
    public void stop() {
        if (!state.isOpen()) {
            throw new RuleViolation(NOT_IN_THIS_STATE);
        }
        state = ImportState.STOPPED;
    }

    /** Somebody lets it go on. */
    public void goOn() {
        if (state != ImportState.STOPPED && state != ImportState.BROKEN) {
            throw new RuleViolation(NOT_IN_THIS_STATE);
        }
        state = ImportState.WAITING;
        problem = null;
        problemDetail = null;
    }

    /** Whoever ordered it: the records, their history and the audit log name that person. */
    public Actor orderer() {
        return new Actor(Actor.Kind.STAFF, orderedBy, orderedName, orderedPost, orderedSection, Set.of(), Assurance.NONE, "import");
    }

    public UUID id() {
        return id;
    }

    public String origin() {
        return origin;
    }

    public String source() {
        return source;
    }

    public boolean isOnlyCheck() {
        return onlyCheck;
    }

    public ImportState state() {
        return state;
    }

    /** How many lines its list has; null until they were counted. */
    public Integer total() {
        return total;
    }

    /** How many lines are done with. */
    public int done() {
        return done;
    }

    /** As people see it. */
    public ImportSheet view(boolean present) {
        return new ImportSheet(id, origin, source, onlyCheck, state, total, done, taken, there, faulty, orderedName, orderedAt,
                startedAt, finishedAt, problem, problemDetail, present);
    }
}
