package jp.yakuba.organization.model;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import jp.yakuba.organization.api.SubstituteLine;

/** A place in the order in which posts stand in for another (代決順位). */
@Entity
@Table(name = "org_substitute")
public class Substitute {
    @Id
    private UUID id;

    private String post;
    private int number;
    private String standIn;

    @Embedded
    private Span span;

    private String source;

    protected Substitute() {
        // for JPA
    }

    /** A place as a loader or a test writes it down. */
    public Substitute(String post, int number, String standIn, Span span) {
        this.id = UUID.randomUUID();
        this.post = Objects.requireNonNull(post, "post");
        this.number = number;
        this.standIn = Objects.requireNonNull(standIn, "standIn");
        this.span = Objects.requireNonNull(span, "span");
        this.source = "";
    }

    /** The same with the rule that says so. */
    public Substitute bySource(String rule) {
        this.source = Objects.requireNonNull(rule, "rule");
        return this;
    }

    /** Holds until the day, from now on. */
    public void holdUntil(LocalDate day) {
        span = new Span(span.validFrom(), day);
    }

    /** As it is listed. */
    public SubstituteLine view() {
        return new SubstituteLine(post, number, standIn, span.validFrom(), span.validUntil(), source);
    }

    /** Code of the post whose holder may be away. */
    public String post() {
        return post;
    }

    /** 1 goes first. */
    public int number() {
        return number;
    }

    /** Code of the post that stands in. */
    public String standIn() {
        return standIn;
    }

    public Span span() {
        return span;
    }

    /** The rule. */
    public String source() {
        return source;
    }
}
