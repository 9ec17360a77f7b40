package jp.yakuba.organization.model;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Objects;
import java.util.UUID;
import jp.yakuba.organization.api.DelegationTerms.Beside;
import jp.yakuba.organization.api.RuleStop;

/** Who else a line of the delegation table asks (合議先) or tells (報告先): a post, or whoever heads a section. */
@Entity
@Table(name = "org_delegation_consult")
public class DelegationConsult {
    @Id
    private UUID id;

    private UUID delegation;
    private int stage;

    @Enumerated(EnumType.STRING)
    private RuleStop.Kind kind;

    private String post;
    private String section;

    protected DelegationConsult() {
        // for JPA
    }

    private DelegationConsult(Delegation line, int stage, RuleStop.Kind kind) {
        this.id = UUID.randomUUID();
        this.delegation = line.id();
        this.stage = stage;
        this.kind = kind;
    }

    /** As the terms of a line name it. */
    public static DelegationConsult of(Delegation line, Beside beside) {
        return beside.post() != null
                ? ofPost(line, beside.stage(), beside.kind(), beside.post())
                : ofSection(line, beside.stage(), beside.kind(), beside.section());
    }

    /** As the terms of a line name it. */
    Beside beside() {
        return new Beside(stage, kind, post, section);
    }

    /** A named post. */
    public static DelegationConsult ofPost(Delegation line, int stage, RuleStop.Kind kind, String post) {
        var made = new DelegationConsult(line, stage, kind);
        made.post = Objects.requireNonNull(post, "post");
        return made;
    }

    /** Whoever heads a section. */
    public static DelegationConsult ofSection(Delegation line, int stage, RuleStop.Kind kind, String section) {
        var made = new DelegationConsult(line, stage, kind);
        made.section = Objects.requireNonNull(section, "section");
        return made;
    }

    /** True if it belongs to the line. */
    boolean isOf(Delegation line) {
        return delegation.equals(line.id());
    }

    /** Those of one stage are asked at the same time. */
    public int stage() {
        return stage;
    }

    public RuleStop.Kind kind() {
        return kind;
    }

    /** Code of the post; null if a section is named. */
    public String post() {
        return post;
    }

    /** Code of the section; null if a post is named. */
    public String section() {
        return section;
    }
}
