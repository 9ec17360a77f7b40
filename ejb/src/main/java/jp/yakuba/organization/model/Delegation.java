package jp.yakuba.organization.model;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** A row of the delegation table (専決事項): who decides a matter up to an amount, and who must agree before. */
@Entity
@Table(name = "org_delegation")
public class Delegation {
    @Id
    private UUID id;

    private String matter;
    private String name;
    private Long upToAmount;
    private Integer consentRank;
    private Integer deciderRank;
    private String deciderPost;

    @Embedded
    private Span span;

    private String source;

    protected Delegation() {
        // for JPA
    }

    /**
     * A row by rank, as a loader or a test writes it down.
     *
     * @param upToAmount null for no limit
     * @param consentRank null if nobody else needs to agree
     */
    public Delegation(String matter, Long upToAmount, Integer consentRank, int deciderRank, Span span) {
        this.id = UUID.randomUUID();
        this.matter = Objects.requireNonNull(matter, "matter");
        this.name = matter;
        this.upToAmount = upToAmount;
        this.consentRank = consentRank;
        this.deciderRank = deciderRank;
        this.span = Objects.requireNonNull(span, "span");
        this.source = "";
    }

    /** True if the row speaks about the matter and amount on the day. */
    public boolean covers(String askedMatter, long amount, LocalDate on) {
        return matter.equals(askedMatter) && amount <= limit() && span.holdsOn(on);
    }

    /** The largest amount it covers. */
    public long limit() {
        return upToAmount == null ? Long.MAX_VALUE : upToAmount;
    }

    /** Rank that must agree before; null if none. */
    public Integer consentRank() {
        return consentRank;
    }

    /** Rank that decides along the section's line; null if a post is named. */
    public Integer deciderRank() {
        return deciderRank;
    }

    /** Code of the post that decides; null if a rank is named. */
    public String deciderPost() {
        return deciderPost;
    }
}
