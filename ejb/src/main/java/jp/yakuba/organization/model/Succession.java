package jp.yakuba.organization.model;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;

/** That a section's duties go to another on a day (課の統合・分割・移動). */
@Entity
@Table(name = "org_succession")
public class Succession {
    @EmbeddedId
    private Key key;

    private LocalDate day;
    private boolean main;
    private int place;
    private String enteredBy;
    private Instant enteredAt;

    /** From which section to which. */
    @Embeddable
    public record Key(String section, String successor) implements Serializable {}

    protected Succession() {
        // for JPA
    }

    /** What is written down of a step at its place in the plan of the day. */
    public static Succession of(Lineage.Step step, int place, String enteredBy, Instant enteredAt) {
        var made = new Succession();
        made.key = new Key(step.from(), step.to());
        made.day = step.day();
        made.main = step.main();
        made.place = place;
        made.enteredBy = enteredBy;
        made.enteredAt = enteredAt;
        return made;
    }

    /** As others are told. */
    public Lineage.Step step() {
        return new Lineage.Step(key.section(), key.successor(), day, main);
    }

    public String enteredBy() {
        return enteredBy;
    }

    public Instant enteredAt() {
        return enteredAt;
    }

    public int place() {
        return place;
    }
}
