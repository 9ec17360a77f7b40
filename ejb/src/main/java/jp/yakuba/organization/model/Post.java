package jp.yakuba.organization.model;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

/** A post (職): a seat in a section with a rank and the roles that go with it, whoever sits on it. */
@Entity
@Table(name = "org_post")
public class Post {
    /** The rank of the head of the town (町長, 市長), above whom nobody decides. */
    public static final int HEAD = 10;

    @Id
    private String code;

    private String title;
    private String section;
    private int rank;

    @Embedded
    private Span span;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "org_post_role", joinColumns = @JoinColumn(name = "post"))
    @Column(name = "role")
    private Set<String> roles;

    protected Post() {
        // for JPA
    }

    /** A post as a loader or a test writes it down. */
    public Post(String code, String title, String section, int rank, Span span, Set<String> roles) {
        this.code = Objects.requireNonNull(code, "code");
        this.title = Objects.requireNonNull(title, "title");
        this.section = Objects.requireNonNull(section, "section");
        this.rank = rank;
        this.span = Objects.requireNonNull(span, "span");
        this.roles = Set.copyOf(roles);
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    /** Code of its section. */
    public String section() {
        return section;
    }

    /** The smaller, the higher; {@link #HEAD} is the highest. */
    public int rank() {
        return rank;
    }

    public Span span() {
        return span;
    }

    public Set<String> roles() {
        return Set.copyOf(roles);
    }

    /** Exists until the day, from now on; null if no end is known. */
    public void holdUntil(LocalDate day) {
        span = new Span(span.validFrom(), day);
    }

    /** The same without a known end. */
    Post withoutEnd() {
        return new Post(code, title, section, rank, Span.from(span.validFrom()), roles());
    }

    /** Is described otherwise, before its first day. */
    public void describe(Post other) {
        title = other.title;
        section = other.section;
        rank = other.rank;
    }
}
