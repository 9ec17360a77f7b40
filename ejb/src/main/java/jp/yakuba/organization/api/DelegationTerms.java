package jp.yakuba.organization.api;

import jakarta.validation.constraints.NotNull;
import java.util.Comparator;
import java.util.List;

/**
 * What a line of the delegation table (専決事項) says, apart from when.
 *
 * @param matter code of the matter
 * @param name its name
 * @param upToAmount the largest amount in yen it covers; null for no limit
 * @param consentRank the one rank that agrees before; null if none
 * @param lineFromRank the lowest rank from which every post of the line agrees; null if not the whole line
 * @param deciderRank the rank that decides along the line; null if a post is named
 * @param deciderPost the post that decides; null if a rank is named
 * @param proxyExcluded true if nobody decides for the decider (代決の禁止)
 * @param editable true if the drafter may add stops
 * @param decisionClass 決裁区分; null if it follows from the decider's rank
 * @param article article of the rule; null if not noted
 * @param source the rule
 * @param besides who else is asked or told
 */
public record DelegationTerms(
        String matter,
        String name,
        Long upToAmount,
        Integer consentRank,
        Integer lineFromRank,
        Integer deciderRank,
        String deciderPost,
        boolean proxyExcluded,
        boolean editable,
        DecisionClass decisionClass,
        String article,
        String source,
        @NotNull List<Beside> besides) {

    private static final Comparator<Beside> ORDER = Comparator.comparing(Beside::kind)
            .thenComparingInt(Beside::stage)
            .thenComparing(one -> one.post() != null ? "post:" + one.post() : "section:" + one.section());

    public DelegationTerms {
        besides = besides.stream().sorted(ORDER).toList();
    }

    /**
     * Somebody else who is asked (合議) or told (報告).
     *
     * @param stage those of one stage are asked at the same time
     * @param kind CONSULT or INFORM
     * @param post code of a post; null if a section is named
     * @param section code of a section, whose head is meant; null if a post is named
     */
    public record Beside(int stage, RuleStop.Kind kind, String post, String section) {}

    /** The largest amount as a number. */
    public long limit() {
        return upToAmount == null ? Long.MAX_VALUE : upToAmount;
    }

    /** True if the other line is about the same matter and amount. */
    public boolean isAboutTheSame(DelegationTerms other) {
        return matter.equals(other.matter()) && limit() == other.limit();
    }
}
