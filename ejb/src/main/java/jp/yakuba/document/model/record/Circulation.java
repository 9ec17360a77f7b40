package jp.yakuba.document.model.record;

import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_CIRCULATION;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.CascadeType;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.yakuba.document.api.Circulate;
import jp.yakuba.document.api.CirculationView;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.RuleViolation;

/** A circulation (供覧): a record goes before readers, each of whom leaves a mark; with the last mark it is finished. */
@Entity
@Table(name = "doc_circulation")
public class Circulation {
    @Id
    private UUID id;

    @Column(nullable = false, updatable = false)
    private UUID recordId;

    @Column(nullable = false, updatable = false)
    private UUID startedBy;

    @Column(nullable = false, updatable = false)
    private String startedName;

    @Column(nullable = false, updatable = false)
    private Instant startedAt;

    private String note;
    private LocalDate dueOn;

    @Column(nullable = false, updatable = false)
    private boolean completes;

    private Instant finishedAt;

    @OneToMany(mappedBy = "circulation", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    private List<CirculationReader> readers = new ArrayList<>();

    /** Who is to read. */
    public record Invited(UUID staffId, String name, String section) {}

    protected Circulation() {
        // for JPA
    }

    /** Begins by the actor's hand. */
    public static Circulation begin(Circulate command, List<Invited> invited, Actor by, Instant at) {
        var begun = new Circulation();
        begun.id = UUID.randomUUID();
        begun.recordId = command.recordId();
        begun.startedBy = by.id();
        begun.startedName = by.name();
        begun.startedAt = at;
        begun.note = command.note();
        begun.dueOn = command.dueOn();
        begun.completes = command.completes();
        invited.forEach(one -> begun.readers.add(new CirculationReader(begun, begun.readers.size(), one)));
        return begun;
    }

    /** The reader has read; true if it was the first time. With the last of all it is finished. */
    public boolean read(UUID staffId, String comment, Instant at) {
        var reader = readers.stream().filter(one -> one.staffId().equals(staffId)).findFirst()
                .orElseThrow(() -> new RuleViolation(NO_SUCH_CIRCULATION));
        if (!reader.read(comment, at)) {
            return false;
        }
        if (readers.stream().allMatch(CirculationReader::hasRead)) {
            finishedAt = at;
        }
        return true;
    }

    public UUID id() {
        return id;
    }

    public UUID recordId() {
        return recordId;
    }

    public boolean isFinished() {
        return finishedAt != null;
    }

    /** True if the record is done with when the last has read. */
    public boolean completes() {
        return completes;
    }

    /** As people see it. */
    public CirculationView view() {
        return new CirculationView(id, recordId, startedName, startedAt, note, dueOn, completes, finishedAt,
                readers.stream().map(CirculationReader::view).toList());
    }
}
