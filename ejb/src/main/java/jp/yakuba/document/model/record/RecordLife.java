package jp.yakuba.document.model.record;

import static jp.yakuba.document.api.DocumentProblem.CHANGED_MEANWHILE;
import static jp.yakuba.document.api.DocumentProblem.NOT_IN_THIS_STATE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import jp.yakuba.document.api.RecordState;
import jp.yakuba.kernel.RuleViolation;

/** The life of a record beside its entry in the register: which section and person have it, and whether it is done with. */
@Entity
@Table(name = "doc_life")
public class RecordLife {
    @Id
    private UUID recordId;

    @Version
    private long version;

    @Column(nullable = false)
    private String section;

    private UUID staffId;
    private String staffName;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private RecordState state;

    @Column(nullable = false)
    private boolean confidential;

    private LocalDate completedOn;

    protected RecordLife() {
        // for JPA
    }

    /** A life that begins with the section. */
    public static RecordLife of(UUID recordId, String section, boolean confidential) {
        var life = new RecordLife();
        life.recordId = recordId;
        life.section = section;
        life.state = RecordState.REGISTERED;
        life.confidential = confidential;
        return life;
    }

    /** Given to a section, and to a person or nobody. */
    public void distribute(String toSection, UUID toStaff, String nameOfStaff) {
        requireUnfinished();
        section = toSection;
        staffId = toStaff;
        staffName = nameOfStaff;
        state = RecordState.DISTRIBUTED;
    }

    /** Done with. */
    public void complete(LocalDate day) {
        end(RecordState.COMPLETED, day);
    }

    /** Given back to its sender. */
    public void refuse(LocalDate day) {
        end(RecordState.REFUSED, day);
    }

    /** Sent on to another body. */
    public void forward(LocalDate day) {
        end(RecordState.FORWARDED, day);
    }

    /** Taken up again. */
    public void reopen() {
        if (state.isUnfinished()) {
            throw new RuleViolation(NOT_IN_THIS_STATE);
        }
        state = staffId == null ? RecordState.REGISTERED : RecordState.DISTRIBUTED;
        completedOn = null;
    }

    /** Read by named readers only, or by its sections again. */
    public void restrict(boolean named) {
        confidential = named;
    }

    /** Refuses a deed by somebody who saw an earlier state. */
    public void expect(long seen) {
        if (seen != version) {
            throw new RuleViolation(CHANGED_MEANWHILE);
        }
    }

    private void end(RecordState how, LocalDate day) {
        requireUnfinished();
        state = how;
        completedOn = day;
    }

    private void requireUnfinished() {
        if (!state.isUnfinished()) {
            throw new RuleViolation(NOT_IN_THIS_STATE);
        }
    }

    public UUID recordId() {
        return recordId;
    }

    public long version() {
        return version;
    }

    /** The section that has it. */
    public String section() {
        return section;
    }

    /** Who was given it; null if nobody. */
    public UUID staffId() {
        return staffId;
    }

    public RecordState state() {
        return state;
    }

    public boolean isConfidential() {
        return confidential;
    }

    /** The day it was done with; null before. */
    public LocalDate completedOn() {
        return completedOn;
    }
}
