package jp.yakuba.organization.model;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** That somebody holds a post for a time (発令). The database refuses two main posts of one person on one day. */
@Entity
@Table(name = "org_appointment")
public class Appointment {
    @Id
    private UUID id;

    private UUID staff;
    private String post;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Embedded
    private Span span;

    /** The ways to hold a post, in the order in which a person's posts are listed. */
    public enum Kind {
        /** 本務. */
        MAIN,
        /** 兼務・併任. */
        CONCURRENT,
        /** 職務代理・事務取扱 (地方自治法152条): decides before whoever holds the post otherwise. */
        ACTING
    }

    protected Appointment() {
        // for JPA
    }

    /** An appointment as a loader or a test writes it down. */
    public Appointment(UUID staff, String post, Kind kind, Span span) {
        this.id = UUID.randomUUID();
        this.staff = Objects.requireNonNull(staff, "staff");
        this.post = Objects.requireNonNull(post, "post");
        this.kind = Objects.requireNonNull(kind, "kind");
        this.span = Objects.requireNonNull(span, "span");
    }

    public UUID id() {
        return id;
    }

    public UUID staff() {
        return staff;
    }

    /** Holds until the day, from now on; null if no end is known. */
    public void holdUntil(LocalDate day) {
        span = new Span(span.validFrom(), day);
    }

    /** Code of the post. */
    public String post() {
        return post;
    }

    public Kind kind() {
        return kind;
    }

    public Span span() {
        return span;
    }

    /** Who goes first where several hold one post: acting, main, concurrent. */
    int precedence() {
        return switch (kind) {
            case ACTING -> 0;
            case MAIN -> 1;
            case CONCURRENT -> 2;
        };
    }
}
