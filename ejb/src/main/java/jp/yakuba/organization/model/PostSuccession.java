package jp.yakuba.organization.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** That a post's duties go to another on a day; whoever holds it goes along until appointed elsewhere. */
@Entity
@Table(name = "org_post_succession")
public class PostSuccession {
    @Id
    private String post;

    private String successor;
    private LocalDate day;
    private int place;

    protected PostSuccession() {
        // for JPA
    }

    /** What is written down of a step at its place in the plan of the day. */
    public static PostSuccession of(Lineage.Step step, int place) {
        var made = new PostSuccession();
        made.post = step.from();
        made.successor = step.to();
        made.day = step.day();
        made.place = place;
        return made;
    }

    /** As others are told. */
    public Lineage.Step step() {
        return new Lineage.Step(post, successor, day, true);
    }

    public int place() {
        return place;
    }
}
