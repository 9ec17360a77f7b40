package jp.yakuba.organization.model;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import jp.yakuba.organization.api.DecisionClass;
import jp.yakuba.organization.api.DelegationTerms;
import jp.yakuba.organization.api.MatterView;

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
    private Integer lineFromRank;
    private boolean proxyExcluded;
    private boolean editable;

    @Enumerated(EnumType.STRING)
    private DecisionClass decisionClass;

    private String article;

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

    /** A line of these terms. */
    public static Delegation of(DelegationTerms terms, Span span) {
        var made = new Delegation();
        made.id = UUID.randomUUID();
        made.matter = terms.matter();
        made.name = terms.name();
        made.upToAmount = terms.upToAmount();
        made.consentRank = terms.consentRank();
        made.lineFromRank = terms.lineFromRank();
        made.deciderRank = terms.deciderRank();
        made.deciderPost = terms.deciderPost();
        made.proxyExcluded = terms.proxyExcluded();
        made.editable = terms.editable();
        made.decisionClass = terms.decisionClass();
        made.article = terms.article();
        made.source = terms.source();
        made.span = span;
        return made;
    }

    /** What it says, with those who are asked or told beside. */
    public DelegationTerms terms(List<DelegationConsult> consults) {
        var besides = consults.stream().filter(one -> one.isOf(this)).map(DelegationConsult::beside).toList();
        return new DelegationTerms(
                matter, name, upToAmount, consentRank, lineFromRank, deciderRank, deciderPost, proxyExcluded, editable,
                decisionClass, article, source, besides);
    }

    /** Holds until the day, from now on. */
    public void holdUntil(LocalDate day) {
        span = new Span(span.validFrom(), day);
    }

    /** True if it is about the matter and the amounts of the terms. */
    public boolean isAbout(DelegationTerms terms) {
        return matter.equals(terms.matter()) && limit() == terms.limit();
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

    /** The same line with the whole line of posts from a rank on, as a loader or a test writes it down. */
    public Delegation withLineFrom(int rank) {
        this.lineFromRank = rank;
        return this;
    }

    /** The same line, on which nobody decides for somebody away. */
    public Delegation withoutProxy() {
        this.proxyExcluded = true;
        return this;
    }

    /** The matter it is about, with its name. */
    public MatterView about() {
        return new MatterView(matter, name);
    }

    /** The same line with a route the drafter may add to. */
    public Delegation withOpenRoute() {
        this.editable = true;
        return this;
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Span span() {
        return span;
    }

    /** Lowest rank from which every post of the line agrees; null if the whole line is not asked. */
    public Integer lineFromRank() {
        return lineFromRank;
    }

    /** True if nobody decides it while the decider is away (代決の禁止). */
    public boolean isProxyExcluded() {
        return proxyExcluded;
    }

    /** True if the drafter may add stops. */
    public boolean isEditable() {
        return editable;
    }

    /** 決裁区分; null if it follows from the decider's rank. */
    public DecisionClass decisionClass() {
        return decisionClass;
    }

    /** Article of the rule; null if not noted. */
    public String article() {
        return article;
    }

    /** The rule. */
    public String source() {
        return source;
    }
}
