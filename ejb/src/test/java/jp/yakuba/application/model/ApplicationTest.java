package jp.yakuba.application.model;

import static jp.yakuba.application.api.ApplicationState.CORRECTION;
import static jp.yakuba.application.api.ApplicationState.DONE;
import static jp.yakuba.application.api.ApplicationState.EXAMINING;
import static jp.yakuba.application.api.ApplicationState.IN_CORE;
import static jp.yakuba.application.api.ApplicationState.REFUSED;
import static jp.yakuba.application.api.ApplicationState.WAITING;
import static jp.yakuba.application.api.ApplicationState.WITHDRAWN;
import static jp.yakuba.application.model.ApplicationFixture.anApplication;
import static jp.yakuba.application.model.ApplicationFixture.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import jp.yakuba.application.api.ApplicationProblem;
import jp.yakuba.application.api.ApplicationView.HistoryLine;
import jp.yakuba.application.api.ProcedureKind;
import jp.yakuba.kernel.RuleViolation;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("到達した申請")
class ApplicationTest {

    @Test
    @DisplayName("夜に届いたものは、その時刻に到達し、期限は次の開庁日から数える")
    void arrivesAtNight() {
        var application = anApplication(ProcedureKind.APPLICATION, 20, at("2026-11-21T23:10"));
        assertThat(application.dueOn()).isEqualTo(LocalDate.of(2026, 12, 21));
        assertThat(application.arrival().receiptNumber()).startsWith("2026-1121-00001-");
        assertThat(application.history()).extracting(HistoryLine::state).hasSize(1);
    }

    @Test
    @DisplayName("補正を待つ間、期間は止まり、答えた日から続きを数える")
    void correctionStopsTheClock() {
        var application = anApplication(ProcedureKind.APPLICATION, 5, at("2026-11-24T10:00"));
        assertThat(application.dueOn()).isEqualTo(LocalDate.of(2026, 12, 1));
        application.askCorrection(at("2026-11-25T15:00"));
        assertThat(application.state()).isEqualTo(CORRECTION);
        assertThat(application.dueOn()).isNull();
        application.correct(Map.of("child-allowance.older", "1"), at("2026-12-02T20:00"));
        assertThat(application.state()).isEqualTo(EXAMINING);
        // 26, 27, 30 November, 1 and 2 December do not count
        assertThat(application.dueOn()).isEqualTo(LocalDate.of(2026, 12, 8));
        assertThat(application.answers()).containsEntry("child-allowance.older", "1");
        assertThat(application.arrival().typed()).containsEntry("child-allowance.older", "０");
    }

    @Test
    @DisplayName("転入を待っていたものは、補正の後もまた待つ")
    void goesBackToWhereItWaited() {
        var application = anApplication(ProcedureKind.NOTIFICATION, 5, at("2026-11-24T10:00"));
        application.become(WAITING, at("2026-11-24T10:00"));
        application.askCorrection(at("2026-11-25T10:00"));
        application.correct(Map.of(), at("2026-11-26T10:00"));
        assertThat(application.state()).isEqualTo(WAITING);
        application.become(IN_CORE, at("2026-11-27T10:00"));
        assertThat(application.dueOn()).isEqualTo(LocalDate.of(2026, 12, 4));
    }

    @Test
    @DisplayName("決裁の前の案は外から読めず、決まれば理由と番号が読める")
    void draftedWordsBindOnlyOnceDecided() {
        var application = anApplication(ProcedureKind.APPLICATION, 20, at("2026-11-24T10:00"));
        application.propose(false, "所得の要件に当たらないため", at("2026-11-25T10:00"));
        assertThat(application.decision().bindingWords()).isNull();
        application.decided("芽子第1号", new Decision.Issued("芽室町長", "児童手当法第7条", "教示", null), REFUSED, at("2026-11-26T10:00"));
        assertThat(application.decision().bindingWords()).isEqualTo("所得の要件に当たらないため");
        assertThat(application.decision().number()).isEqualTo("芽子第1号");
        assertThat(application.decision().on()).isEqualTo(LocalDate.of(2026, 11, 26));
    }

    @Test
    @DisplayName("認めるものをほかの機関が決めるなら進達、却下は役場のもの。出した言葉が残っていなければ進達ではない")
    void whatADecisionMakesOfAnApplication() {
        var granted = anApplication(ProcedureKind.APPLICATION, 20, at("2026-11-24T10:00"));
        granted.propose(true, "書類がそろったため", at("2026-11-25T10:00"));
        assertThat(granted.decision().outcome()).isEqualTo(Decision.Outcome.GRANTED);
        assertThat(granted.decision().outcome(true)).isEqualTo(Decision.Outcome.FORWARDED);
        granted.decided("芽住第1号", new Decision.Issued("芽室町長", "国民年金法第90条", "教示", "厚生労働大臣"), DONE, at("2026-11-26T10:00"));
        assertThat(granted.decision().outcome()).isEqualTo(Decision.Outcome.FORWARDED);
        var refused = anApplication(ProcedureKind.APPLICATION, 20, at("2026-11-24T10:00"));
        refused.propose(false, "所得の要件に当たらないため", at("2026-11-25T10:00"));
        assertThat(refused.decision().outcome(true)).isEqualTo(Decision.Outcome.REFUSED);
    }

    @Test
    @DisplayName("差し戻された案は消え、審査に戻る")
    void returnedProposalLeavesNoTrace() {
        var application = anApplication(ProcedureKind.APPLICATION, 20, at("2026-11-24T10:00"));
        application.propose(true, "認定する", at("2026-11-25T10:00"));
        application.returned(at("2026-11-25T16:00"));
        assertThat(application.state()).isEqualTo(EXAMINING);
        assertThat(application.decision().words()).isNull();
    }

    @Test
    @DisplayName("届出に決裁はなく、終わった届出は二度と動かない")
    void notificationIsNeverDecided() {
        var notification = anApplication(ProcedureKind.NOTIFICATION, 5, at("2026-11-24T10:00"));
        refused(() -> notification.propose(true, "受理する", at("2026-11-25T10:00")), ApplicationProblem.STATE_FORBIDS);
        notification.become(DONE, at("2026-11-25T10:00"));
        refused(() -> notification.become(EXAMINING, at("2026-11-26T10:00")), ApplicationProblem.STATE_FORBIDS);
    }

    @Test
    @DisplayName("いっしょに出したものの直しが入らないまま送られた届出は、そうと言い、もう一度担当が読む")
    void whatWasCorrectedElsewhereIsTold() {
        var sent = anApplication(ProcedureKind.NOTIFICATION, 5, at("2026-11-24T10:00"));
        sent.become(IN_CORE, at("2026-11-24T10:00"));
        assertThat(sent.differsFrom(Map.of("child-allowance.older", "0"), Set.of("move.date"))).isFalse();
        assertThat(sent.differsFrom(Map.of("child-allowance.older", "1"), Set.of())).isTrue();
        assertThat(sent.differsFrom(Map.of(), Set.of("child-allowance.older"))).isTrue();

        sent.keepOwnFacts(at("2026-11-25T10:00"));
        sent.become(DONE, at("2026-11-25T11:00"));
        assertThat(sent.isToBeRead()).isTrue();
        assertThat(sent.history()).extracting(HistoryLine::state).endsWith(IN_CORE, IN_CORE, DONE);
        assertThat(sent.answers()).containsEntry("child-allowance.older", "0");

        var examined = anApplication(ProcedureKind.APPLICATION, 5, at("2026-11-24T10:00"));
        examined.keepOwnFacts(at("2026-11-25T10:00"));
        assertThat(examined.isToBeRead()).isFalse();
        var back = anApplication(ProcedureKind.APPLICATION, 5, at("2026-11-24T10:00"));
        back.become(WITHDRAWN, at("2026-11-25T10:00"));
        assertThat(back.differsFrom(Map.of("child-allowance.older", "1"), Set.of())).isFalse();
    }

    @Test
    @DisplayName("見た後に変わったものは、そうと断る")
    void staleVersionIsRefused() {
        var application = anApplication(ProcedureKind.APPLICATION, 20, at("2026-11-24T10:00"));
        refused(() -> application.expect(3), ApplicationProblem.CHANGED_MEANWHILE);
    }

    private static void refused(ThrowingCallable deed, ApplicationProblem problem) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(
                RuleViolation.class, refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }
}
