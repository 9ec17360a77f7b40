package jp.yakuba.organization.api;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the delegation table (事務決裁規程) says about one matter, amount, section and day.
 *
 * @param matter code of the matter
 * @param name its name in the table; null if no line names it
 * @param decisionClass 決裁区分
 * @param proxyExcluded true if nobody may decide while the decider is away (代決の禁止)
 * @param editable true if the drafter may add stops
 * @param article article of the rule; null if not noted
 * @param source the rule; null if no line names the matter
 * @param stages stops in order, those of one stage at the same time; the last stage is the decision alone
 * @param informed who is told afterwards
 */
public record DecisionRuleView(
        String matter,
        String name,
        DecisionClass decisionClass,
        boolean proxyExcluded,
        boolean editable,
        String article,
        String source,
        List<List<RuleStop>> stages,
        List<RuleStop> informed) {

    public DecisionRuleView {
        stages = stages.stream().map(List::copyOf).toList();
        informed = List.copyOf(informed);
    }

    /** Every post that must act, in order. */
    public List<PostView> posts() {
        return stages.stream().flatMap(List::stream).map(RuleStop::post).toList();
    }

    /** Every stop, those who are only told at the end. */
    public Stream<RuleStop> stops() {
        return Stream.concat(stages.stream().flatMap(List::stream), informed.stream());
    }
}
