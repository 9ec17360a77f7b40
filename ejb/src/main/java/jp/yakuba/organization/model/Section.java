package jp.yakuba.organization.model;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Objects;
import jp.yakuba.organization.api.SectionView;

/** A division, section or subsection (部・課・係). A reorganisation closes its code; the code is never used again. */
@Entity
@Table(name = "org_section")
public class Section {
    @Id
    private String code;

    private String name;
    private String english;
    private String letter;
    private String parent;
    private String phone;
    private String counter;

    @Embedded
    private Span span;

    private int sort;

    protected Section() {
        // for JPA
    }

    /** A section as a loader or a test writes it down. */
    public Section(SectionView view, Span span, int sort) {
        this.code = Objects.requireNonNull(view.code(), "code");
        this.name = Objects.requireNonNull(view.name(), "name");
        this.english = view.english();
        this.letter = view.letter();
        this.parent = view.parent();
        this.phone = view.phone();
        this.counter = view.counter();
        this.span = Objects.requireNonNull(span, "span");
        this.sort = sort;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    /** Code of the section it belongs to; null at the top. */
    public String parent() {
        return parent;
    }

    public Span span() {
        return span;
    }

    /** Its place in the order of the office (機構順). */
    public int sort() {
        return sort;
    }

    /** What everybody may know of it. */
    public SectionView view() {
        return under(parent);
    }

    /** The same, hanging below another section. */
    SectionView under(String above) {
        return new SectionView(code, name, english, letter, above, phone, counter);
    }

    /** Exists until the day, from now on; null if no end is known. */
    public void holdUntil(LocalDate day) {
        span = new Span(span.validFrom(), day);
    }

    /** The same without a known end. */
    Section withoutEnd() {
        return new Section(view(), Span.from(span.validFrom()), sort);
    }

    /** Is described otherwise, before its first day. */
    public void describe(SectionView view, int place) {
        name = view.name();
        english = view.english();
        letter = view.letter();
        parent = view.parent();
        phone = view.phone();
        counter = view.counter();
        sort = place;
    }
}
