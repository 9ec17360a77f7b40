package jp.yakuba.approval.model;

import static jp.yakuba.approval.RouteFixture.CHIEF;
import static jp.yakuba.approval.RouteFixture.DEPUTY;
import static jp.yakuba.approval.RouteFixture.DRAFTER;
import static jp.yakuba.approval.RouteFixture.GENERAL;
import static jp.yakuba.approval.RouteFixture.LEAD;
import static jp.yakuba.approval.RouteFixture.MAYOR;
import static jp.yakuba.approval.RouteFixture.PLANNING;
import static jp.yakuba.approval.RouteFixture.command;
import static jp.yakuba.approval.RouteFixture.daysLater;
import static jp.yakuba.approval.RouteFixture.now;
import static jp.yakuba.approval.RouteFixture.officer;
import static jp.yakuba.approval.RouteFixture.proposed;
import static jp.yakuba.approval.RouteFixture.states;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.yakuba.approval.api.ApprovalDeed;
import jp.yakuba.approval.api.ApprovalProblem;
import jp.yakuba.approval.api.ProxyGround;
import jp.yakuba.approval.api.SettleObjection;
import jp.yakuba.approval.api.StopKind;
import jp.yakuba.kernel.RuleViolation;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("起案と決裁")
class ProposalTest {
    @Test
    @DisplayName("一段の経路は、決裁者の一度の決裁で決まる")
    void oneStopDecidesAtOnce() {
        var proposal = proposed("chief");
        assertThat(proposal.agree(CHIEF, 0, null, now()).kind()).isEqualTo(EventKind.DECIDED);
        assertThat(proposal.view().state()).isEqualTo("DECIDED");
        assertThat(proposal.view().route().get(0).person()).isEqualTo("chief");
    }

    @Test
    @DisplayName("順番の前の人が済むまで、後の人は決められない")
    void eachStopWaitsForTheOneBefore() {
        var proposal = proposed("lead | chief");
        refused(() -> proposal.agree(CHIEF, 0, null, now()), ApprovalProblem.NOT_YOUR_TURN);
        assertThat(proposal.agree(LEAD, 0, "よい", now()).kind()).isEqualTo(EventKind.AGREED);
        assertThat(proposal.view().state()).isEqualTo("PROPOSED");
        assertThat(proposal.agree(CHIEF, 1, null, now()).kind()).isEqualTo(EventKind.DECIDED);
    }

    @Test
    @DisplayName("同時に聞く合議先は、順を問わず、見た版が古くても互いに妨げない。全員が済むまで次へ進まない")
    void parallelStopsDoNotDisturbEachOther() {
        var proposal = proposed("lead | general* planning* | mayor");
        proposal.agree(LEAD, 0, null, now());
        proposal.agree(PLANNING, 1, "異存なし", now());
        assertThat(states(proposal)).isEqualTo("lead=DONE general=WAITING planning=DONE mayor=AHEAD");
        assertThat(proposal.agree(GENERAL, 1, null, now()).kind()).isEqualTo(EventKind.CONSENTED);
        assertThat(states(proposal)).isEqualTo("lead=DONE general=DONE planning=DONE mayor=WAITING");
    }

    @Test
    @DisplayName("二つの職を持つ人が二度押しても、二つ目の職では決まらない")
    void aDoubleClickDoesNotDecideTwice() {
        var both = new Officer(CHIEF.id(), "chief", Set.of("lead", "chief"));
        var proposal = proposed("lead | chief");
        proposal.agree(both, 0, null, now());
        refused(() -> proposal.agree(both, 0, null, now()), ApprovalProblem.CHANGED_MEANWHILE);
        assertThat(proposal.agree(both, 1, null, now()).kind()).isEqualTo(EventKind.DECIDED);
    }

    @Test
    @DisplayName("自分の起案を一人で決めることはできない。前に別の人が見ていればできる")
    void nobodyDecidesAloneWhatHeProposed() {
        var both = new Officer(DRAFTER.id(), DRAFTER.name(), Set.of("clerk", "chief"));
        var alone = proposed("chief");
        refused(() -> alone.agree(both, 0, null, now()), ApprovalProblem.OWN_PROPOSAL);
        assertThat(alone.deedsOf(both, false, window(1, 0))).doesNotContain(ApprovalDeed.APPROVE);
        var seenByAnother = proposed("lead | chief");
        seenByAnother.agree(LEAD, 0, null, now());
        assertThat(seenByAnother.agree(both, 1, null, now()).kind()).isEqualTo(EventKind.DECIDED);
    }

    @Test
    @DisplayName("起案者が代決しても、一人で決めることにはならない")
    void theDrafterDoesNotDecideAloneForAnother() {
        var proposal = proposed("chief");
        refused(() -> proposal.agreeByProxy(DRAFTER, 0, null, ground("chief", null), now()), ApprovalProblem.OWN_PROPOSAL);
    }

    @Test
    @DisplayName("差戻しには理由が要り、差し戻したものは動かない")
    void sendingBackOwesAReasonAndCloses() {
        var proposal = proposed("general* planning* | chief");
        refused(() -> proposal.sendBack(GENERAL, 0, " ", now()), ApprovalProblem.REASON_MISSING);
        proposal.sendBack(GENERAL, 0, "金額を確かめること", now());
        assertThat(proposal.view().state()).isEqualTo("SENT_BACK");
        assertThat(states(proposal)).isEqualTo("general=RETURNED planning=DROPPED chief=AHEAD");
        refused(() -> proposal.agree(PLANNING, 1, null, now()), ApprovalProblem.ALREADY_CLOSED);
    }

    @Test
    @DisplayName("途中の職への差戻しでは、その職から後がもう一度見る。前と横は済んだまま")
    void sendingBackToAStopAsksAgainFromThere() {
        var proposal = proposed("lead | general* planning* | mayor");
        proposal.agree(LEAD, 0, null, now());
        proposal.agree(GENERAL, 1, null, now());
        proposal.agree(PLANNING, 1, null, now());
        refused(() -> proposal.sendBackTo(MAYOR, 3, 4, "理由", now()), ApprovalProblem.NOT_EARLIER);
        proposal.sendBackTo(MAYOR, 3, 2, "総務課の意見をもう一度", now());
        assertThat(states(proposal)).isEqualTo("lead=DONE general=WAITING planning=DONE mayor=AHEAD");
        refused(() -> proposal.agree(GENERAL, 3, null, now()), ApprovalProblem.CHANGED_MEANWHILE);
        proposal.agree(GENERAL, 4, null, now());
        assertThat(proposal.agree(MAYOR, 5, null, now()).kind()).isEqualTo(EventKind.DECIDED);
    }

    @Test
    @DisplayName("見た後に意見が付いていれば断る。経路がなければ起案できない")
    void staleVersionsAndMissingRoutesAreRefused() {
        refused(() -> proposed("chief").agree(CHIEF, 7, null, now()), ApprovalProblem.CHANGED_MEANWHILE);
        refused(() -> proposed("chief!"), ApprovalProblem.NO_ROUTE);
        var proposal = proposed("chief");
        proposal.comment(DRAFTER, "添付を見てください", now());
        refused(() -> proposal.agree(CHIEF, 0, null, now()), ApprovalProblem.CHANGED_MEANWHILE);
        assertThat(proposal.agree(CHIEF, 1, null, now()).kind()).isEqualTo(EventKind.DECIDED);
    }

    @ParameterizedTest(name = "{0} の後 → {1}")
    @DisplayName("引戻し: 次の人が動く前と、異議の間だけ")
    @CsvSource(textBlock = """
            nothing,   ok
            comment,   ok
            agree,     TOO_LATE_TO_WITHDRAW
            objection, ok
            pull-up,   TOO_LATE_TO_WITHDRAW
            return,    ALREADY_CLOSED
            """)
    void withdrawalHasItsWindow(String before, String expected) {
        var proposal = proposed(before.equals("objection") ? "general* | mayor" : "lead | chief | mayor");
        switch (before) {
            case "comment" -> proposal.comment(LEAD, "見ています", now());
            case "agree" -> proposal.agree(LEAD, 0, null, now());
            case "objection" -> proposal.object(GENERAL, 0, "財源がない", now());
            case "pull-up" -> proposal.pullUp(CHIEF, 0, "急ぎ", window(0, 0));
            case "return" -> proposal.sendBack(LEAD, 0, "直す", now());
            default -> { }
        }
        outcome(() -> proposal.withdraw(DRAFTER, proposal.version(), null, now()), expected);
        assertThat(proposal.view().state()).isEqualTo(expected.equals("ok") ? "WITHDRAWN"
                : before.equals("return") ? "SENT_BACK" : "PROPOSED");
    }

    @ParameterizedTest(name = "{0}: {1}開庁日後, 不在 {2}, 急施 {3} → {4}")
    @DisplayName("引上げ: 下の職が時間を使ったか、不在か、急施のときに、上の職だけができる")
    @CsvSource(textBlock = """
            chief,   0, false, false, TOO_EARLY_TO_PULL_UP
            chief,   1, false, false, ok
            chief,   0, true,  false, ok
            chief,   0, false, true,  ok
            mayor,   0, true,  false, ok
            general, 5, true,  true,  NOT_YOUR_TURN
            lead,    5, true,  true,  NOT_YOUR_TURN
            clerk,   5, true,  true,  NOT_YOUR_TURN
            """)
    void pullingUpHasItsWindow(String who, int days, boolean away, boolean urgent, String expected) {
        var proposal = proposed(urgent ? command().urgently() : command(), "lead | chief | general* | mayor", false);
        var unattended = away ? Set.of("lead") : Set.<String>of();
        outcome(() -> proposal.pullUp(officer(who), 0, "急ぎ", new PullUpWindow(1, unattended, daysLater(days))), expected);
    }

    @Test
    @DisplayName("引上げた後、下の職は後閲し、合議先はとばされない")
    void whoWasPassedOverReviewsAndConsultsStay() {
        var proposal = proposed("lead | chief | general* | mayor");
        proposal.pullUp(MAYOR, 0, "急ぎ", window(0, 0));
        assertThat(states(proposal)).isEqualTo(
                "lead=PASSED_OVER chief=PASSED_OVER general=WAITING mayor=AHEAD lead=WAITING chief=WAITING");
        proposal.agree(GENERAL, 1, null, now());
        assertThat(proposal.agree(MAYOR, 2, null, now()).kind()).isEqualTo(EventKind.DECIDED);
        assertThat(proposal.deedsOf(LEAD, false, window(1, 0))).contains(ApprovalDeed.REVIEW);
        proposal.review(LEAD, "確認した", now());
        refused(() -> proposal.review(LEAD, null, now()), ApprovalProblem.NOT_YOUR_TURN);
        assertThat(proposal.view().state()).isEqualTo("DECIDED");
    }

    @Test
    @DisplayName("異議: 合議先だけが理由を付けて述べ、起案者が答えると、その人だけがもう一度見る")
    void anObjectionIsAnswered() {
        var proposal = proposed("lead | general* planning* | mayor");
        proposal.agree(LEAD, 0, null, now());
        refused(() -> proposal.object(GENERAL, 1, "", now()), ApprovalProblem.REASON_MISSING);
        proposal.object(GENERAL, 1, "財源がない", now());
        refused(() -> proposal.agree(PLANNING, 1, null, now()), ApprovalProblem.CHANGED_MEANWHILE);
        proposal.agree(PLANNING, 2, null, now());
        assertThat(states(proposal)).isEqualTo("lead=DONE general=OBJECTED planning=DONE mayor=AHEAD");
        var answer = new SettleObjection(proposal.id(), 3, "予備費による");
        refused(() -> proposal.settle(LEAD, answer, null, List.of(), now()), ApprovalProblem.NOT_THE_DRAFTER);
        proposal.settle(DRAFTER, answer, null, List.of(), now());
        assertThat(states(proposal)).isEqualTo("lead=DONE general=WAITING planning=DONE mayor=AHEAD");
        refused(() -> proposal.settle(DRAFTER, new SettleObjection(proposal.id(), 4, "もう一度"), null, List.of(), now()),
                ApprovalProblem.NO_OBJECTION);
        refused(() -> proposed("lead | chief").object(LEAD, 0, "異議", now()), ApprovalProblem.NOT_CONSULTED);
    }

    @Test
    @DisplayName("異議で本文を変えると新しい版になり、済んだ全員にもう一度聞く。経路に足せるが減らせない")
    void anotherTextAsksEverybodyAgain() {
        var proposal = proposed("lead | general* | mayor");
        var before = proposal.view().contentHash();
        proposal.agree(LEAD, 0, null, now());
        proposal.object(GENERAL, 1, "財源がない", now());
        var changed = new Content("減額して策定してよいか", null, List.of());
        proposal.settle(DRAFTER, new SettleObjection(proposal.id(), 2, "減額した", changed.text()), changed,
                List.of(new Stop(1, StopKind.CONSULT, "planning", "planning", "課", 40)), now());
        assertThat(states(proposal)).isEqualTo("lead=WAITING general=AHEAD planning=AHEAD mayor=AHEAD");
        assertThat(proposal.view().textVersion()).isEqualTo(2);
        assertThat(proposal.view().text()).isEqualTo("減額して策定してよいか");
        assertThat(proposal.view().contentHash()).isNotEqualTo(before);
        refused(() -> proposal.agree(LEAD, 2, null, now()), ApprovalProblem.CHANGED_MEANWHILE);
        proposal.agree(LEAD, 3, null, now());
        proposal.agree(GENERAL, 4, null, now());
        proposal.agree(PLANNING, 5, null, now());
        assertThat(proposal.agree(MAYOR, 6, null, now()).kind()).isEqualTo(EventKind.DECIDED);
    }

    @Test
    @DisplayName("否決は決裁者が理由を付けて。廃案は起案者が、返ってきたものも")
    void rejectionAndAbandonment() {
        var proposal = proposed("lead | chief");
        refused(() -> proposal.reject(LEAD, 0, "不可", now()), ApprovalProblem.NOT_THE_DECIDER);
        proposal.agree(LEAD, 0, null, now());
        refused(() -> proposal.reject(CHIEF, 1, null, now()), ApprovalProblem.REASON_MISSING);
        proposal.reject(CHIEF, 1, "必要性が認められない", now());
        assertThat(proposal.view().state()).isEqualTo("REJECTED");
        refused(() -> proposal.abandon(DRAFTER, 2, "やめる", now()), ApprovalProblem.ALREADY_CLOSED);

        var returned = proposed("chief");
        returned.sendBack(CHIEF, 0, "直す", now());
        refused(() -> returned.abandon(CHIEF, 1, "やめる", now()), ApprovalProblem.NOT_THE_DRAFTER);
        returned.abandon(DRAFTER, 1, "やめる", now());
        assertThat(returned.view().state()).isEqualTo("ABANDONED");
    }

    @Test
    @DisplayName("代決すると、戻った日から後閲の期限が付く。代決した人の名が残る")
    void aProxyDecidesAndTheHolderReviews() {
        var proposal = proposed("lead | chief");
        proposal.agree(LEAD, 0, null, now());
        var line = proposal.agreeByProxy(LEAD, 1, "代決", ground("chief", LocalDate.of(2026, 12, 1)), now());
        assertThat(line.kind()).isEqualTo(EventKind.DECIDED);
        assertThat(proposal.view().route().get(1)).satisfies(step -> {
            assertThat(step.byProxy()).isTrue();
            assertThat(step.person()).isEqualTo("lead");
        });
        assertThat(proposal.view().route().get(2)).satisfies(step -> {
            assertThat(step.post()).isEqualTo("chief");
            assertThat(step.state()).isEqualTo("WAITING");
            assertThat(step.dueOn()).isEqualTo(LocalDate.of(2026, 12, 4));
        });
        proposal.review(CHIEF, "異議なし", daysLater(7));
        assertThat(proposal.view().state()).isEqualTo("DECIDED");
    }

    @Test
    @DisplayName("決裁の後で報告先に知らせる。決裁はそれを待たない")
    void whoIsToldDoesNotHoldTheDecision() {
        var proposal = proposed("chief | planning!");
        assertThat(states(proposal)).isEqualTo("chief=WAITING planning=AHEAD");
        proposal.agree(CHIEF, 0, null, now());
        assertThat(states(proposal)).isEqualTo("chief=DONE planning=WAITING");
        proposal.review(PLANNING, null, now());
        assertThat(states(proposal)).isEqualTo("chief=DONE planning=DONE");
    }

    @Test
    @DisplayName("同じ職の別の人に引き継ぐと、その人だけが動ける。引き取ることもできる")
    void handingOverNamesOneHolder() {
        var other = new Officer(DEPUTY.id(), "other", Set.of("lead"));
        var proposal = proposed("lead | chief");
        proposal.handOver(LEAD, 0, other, "出張のため", now());
        refused(() -> proposal.agree(LEAD, 1, null, now()), ApprovalProblem.NOT_YOUR_TURN);
        assertThat(proposal.deedsOf(LEAD, false, window(1, 0))).contains(ApprovalDeed.HAND_OVER)
                .doesNotContain(ApprovalDeed.APPROVE);
        proposal.handOver(LEAD, 1, LEAD, "戻った", now());
        proposal.agree(LEAD, 2, null, now());
        refused(() -> proposal.handOver(CHIEF, 3, LEAD, "", now()), ApprovalProblem.NOT_YOUR_TURN);
    }

    @Test
    @DisplayName("期限: 回議3・合議5・決裁3開庁日、急施は1、希望日があればその日まで")
    void stopsAreDueByWorkingDays() {
        var proposal = proposed("lead | general* | mayor");
        assertThat(due(proposal, 0)).isEqualTo(LocalDate.of(2026, 11, 27));
        proposal.agree(LEAD, 0, null, daysLater(3));
        assertThat(due(proposal, 1)).isEqualTo(LocalDate.of(2026, 12, 4));
        assertThat(due(proposed(command().urgently(), "lead | chief", false), 0)).isEqualTo(LocalDate.of(2026, 11, 25));
        assertThat(due(proposed(command().by(LocalDate.of(2026, 11, 26)), "lead | chief", false), 0))
                .isEqualTo(LocalDate.of(2026, 11, 26));
        assertThat(due(proposed(command().by(LocalDate.of(2026, 11, 2)), "lead | chief", false), 0))
                .isEqualTo(LocalDate.of(2026, 11, 24));
    }

    @ParameterizedTest(name = "{0}日後: 督促 {1}, 上位へ {2}")
    @DisplayName("期限の翌日に督促し、2開庁日を過ぎると上の職に知らせる")
    @CsvSource(textBlock = """
            3, false, false
            4, true,  false
            6, true,  false
            7, true,  false
            8, true,  true
            """)
    void remindersAndEscalationByWorkingDays(int days, boolean reminded, boolean escalated) {
        var step = proposed("lead | chief").waitingSteps().get(0);
        var moment = daysLater(days);
        assertThat(step.owesReminder(moment.today())).isEqualTo(reminded);
        assertThat(step.owesEscalation(moment.lastDayPassedBy(2))).isEqualTo(escalated);
    }

    private static LocalDate due(Proposal proposal, int step) {
        return proposal.view().route().get(step).dueOn();
    }

    private static PullUpWindow window(int openDays, int daysLater) {
        return new PullUpWindow(openDays, Set.of(), daysLater(daysLater));
    }

    private static ProxyGround ground(String post, LocalDate returnsOn) {
        return new ProxyGround(post, post, post, returnsOn, 1);
    }

    private static void outcome(ThrowingCallable deed, String expected) {
        if (expected.equals("ok")) {
            try {
                deed.call();
            } catch (Throwable failed) {
                throw new AssertionError(failed);
            }
        } else {
            refused(deed, ApprovalProblem.valueOf(expected));
        }
    }

    private static void refused(ThrowingCallable deed, ApprovalProblem problem) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(
                RuleViolation.class, refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }
}
