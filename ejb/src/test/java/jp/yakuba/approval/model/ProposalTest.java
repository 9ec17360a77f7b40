package jp.yakuba.approval.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.approval.api.ApprovalProblem;
import jp.yakuba.approval.api.ProposeDecision;
import jp.yakuba.kernel.RuleViolation;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("起案と決裁")
class ProposalTest {
    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
    private static final Officer DRAFTER = new Officer(UUID.randomUUID(), "係員", Set.of("child-clerk"));
    private static final Officer CHIEF = new Officer(UUID.randomUUID(), "係長", Set.of("child-chief"));
    private static final Officer HEAD = new Officer(UUID.randomUUID(), "課長", Set.of("child-head"));

    @Test
    @DisplayName("一段の経路は、決裁者の一度の決裁で決まる")
    void oneStopDecidesAtOnce() {
        var proposal = proposed("child-head");
        assertThat(proposal.agree(HEAD, 0, null, NOW)).isTrue();
        assertThat(proposal.view().state()).isEqualTo("DECIDED");
        assertThat(proposal.view().route().get(0).person()).isEqualTo("課長");
    }

    @Test
    @DisplayName("順番の前の人が済むまで、後の人は決められない")
    void eachStopWaitsForTheOneBefore() {
        var proposal = proposed("child-chief", "child-head");
        refused(() -> proposal.agree(HEAD, 0, null, NOW), ApprovalProblem.NOT_YOUR_TURN);
        assertThat(proposal.agree(CHIEF, 0, "よい", NOW)).isFalse();
        assertThat(proposal.view().state()).isEqualTo("PROPOSED");
        assertThat(proposal.agree(HEAD, 0, null, NOW)).isTrue();
    }

    @Test
    @DisplayName("自分の起案を一人で決めることはできない。前に別の人が見ていればできる")
    void nobodyDecidesAloneWhatHeProposed() {
        var both = new Officer(DRAFTER.id(), DRAFTER.name(), Set.of("child-clerk", "child-head"));
        refused(() -> proposed("child-head").agree(both, 0, null, NOW), ApprovalProblem.OWN_PROPOSAL);
        var seenByAnother = proposed("child-chief", "child-head");
        seenByAnother.agree(CHIEF, 0, null, NOW);
        assertThat(seenByAnother.agree(both, 0, null, NOW)).isTrue();
    }

    @Test
    @DisplayName("差戻しには理由が要り、差し戻したものは動かない")
    void sendingBackOwesAReasonAndCloses() {
        var proposal = proposed("child-head");
        refused(() -> proposal.sendBack(HEAD, 0, " ", NOW), ApprovalProblem.REASON_MISSING);
        proposal.sendBack(HEAD, 0, "金額を確かめること", NOW);
        assertThat(proposal.view().state()).isEqualTo("SENT_BACK");
        assertThat(proposal.view().route().get(0).comment()).isEqualTo("金額を確かめること");
        refused(() -> proposal.agree(HEAD, 0, null, NOW), ApprovalProblem.ALREADY_CLOSED);
    }

    @Test
    @DisplayName("見た後に変わっていれば断る。経路がなければ起案できない")
    void staleVersionsAndMissingRoutesAreRefused() {
        refused(() -> proposed("child-head").agree(HEAD, 7, null, NOW), ApprovalProblem.CHANGED_MEANWHILE);
        refused(() -> proposed(), ApprovalProblem.NO_ROUTE);
    }

    private static Proposal proposed(String... posts) {
        var command = new ProposeDecision(
                "child-allowance", 0, "application", UUID.randomUUID(), "児童手当の認定", "認定してよいか");
        var route = List.of(posts).stream().map(post -> new Proposal.Stop(post, post)).toList();
        return Proposal.make(command, DRAFTER, "child-clerk", "child", route, NOW);
    }

    private static void refused(ThrowingCallable deed, ApprovalProblem problem) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(
                RuleViolation.class, refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }
}
