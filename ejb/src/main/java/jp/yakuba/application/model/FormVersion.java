package jp.yakuba.application.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import jp.yakuba.application.api.ApplicationProblem;
import jp.yakuba.application.api.FormDefinition;
import jp.yakuba.application.api.FormVersionLine;
import jp.yakuba.application.model.form.FormJson;
import jp.yakuba.kernel.RuleViolation;
import org.hibernate.annotations.ColumnTransformer;

/**
 * One version of a form (様式の版). It begins as a working copy that its authors rewrite as often as they like, is published once,
 * and retires when the next one is published. What is published never changes again: applications point to it.
 */
@Entity
@Table(name = "apl_form_version")
public class FormVersion {
    /** The life of a version. */
    public enum State {
        WORKING,
        PUBLISHED,
        RETIRED
    }

    @Id
    private UUID id;

    @Version
    private long version;

    private String procedure;
    private int number;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    private State state;

    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(write = "?::jsonb")
    private String definition;

    private Instant changedAt;
    private String changedBy;

    protected FormVersion() {
        // for JPA
    }

    /** Begins the working copy of a version. */
    public static FormVersion begun(FormDefinition form, Instant at, String by) {
        var begun = new FormVersion();
        begun.id = UUID.randomUUID();
        begun.procedure = form.procedure();
        begun.number = form.version();
        begun.state = State.WORKING;
        begun.definition = FormJson.write(form);
        begun.stamp(at, by);
        return begun;
    }

    /** Puts a newer text in place of the working copy. */
    public void rewrite(FormDefinition form, Instant at, String by) {
        demand(State.WORKING);
        definition = FormJson.write(form);
        stamp(at, by);
    }

    /** Opens the working copy to the public. */
    public void publish(Instant at, String by) {
        demand(State.WORKING);
        state = State.PUBLISHED;
        stamp(at, by);
    }

    /** Takes a published version out of use; applications that run keep it. */
    public void retire(Instant at, String by) {
        demand(State.PUBLISHED);
        state = State.RETIRED;
        stamp(at, by);
    }

    private void stamp(Instant at, String by) {
        changedAt = at;
        changedBy = by;
    }

    private void demand(State expected) {
        if (state != expected) {
            throw new RuleViolation(ApplicationProblem.STATE_FORBIDS, procedure);
        }
    }

    /** Refuses whoever saw an older edition of it. */
    public void expect(long seen) {
        if (version != seen) {
            throw new RuleViolation(ApplicationProblem.CHANGED_MEANWHILE, procedure);
        }
    }

    public String procedure() {
        return procedure;
    }

    public int number() {
        return number;
    }

    public State state() {
        return state;
    }

    /** The definition as data. */
    public FormDefinition form() {
        return FormJson.read(definition).definition();
    }

    /** The version as a line in a list. */
    public FormVersionLine line() {
        return new FormVersionLine(procedure, number, state.name(), changedAt, changedBy, version);
    }
}
