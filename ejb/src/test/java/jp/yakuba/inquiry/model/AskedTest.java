package jp.yakuba.inquiry.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.yakuba.inquiry.InquiryFixture;
import jp.yakuba.inquiry.api.AskedState;
import jp.yakuba.inquiry.api.FollowUpKind;
import jp.yakuba.inquiry.api.InquiryProblem;
import jp.yakuba.inquiry.api.WriteInquiry;
import jp.yakuba.kernel.RuleViolation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("被照会の期限、照会の後の手紙")
class AskedTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 25);
    private static final Instant NOW = Instant.parse("2026-11-28T06:00:00Z");

    private final UUID id = UUID.randomUUID();
    private final AskedForm form = new AskedForm(id, "道路の状況", "説明", DAY, InquiryFixture.FORM);

    private static Asked.Letter letter(int day) {
        return new Asked.Letter("試験市", UUID.randomUUID(), "general", "試発第" + day + "号", NOW.plusSeconds(day));
    }

    private Asked answered() {
        var asked = Asked.by("990019", form, letter(1), InquiryXml.write(form));
        asked.draft(UUID.randomUUID());
        asked.answer(NOW);
        return asked;
    }

    @Test
    @DisplayName("後の日だけが延長で、同じ日は督促。短くなった期限や違う問は、改めての照会になる")
    void aShorterDayIsNoLongerOne() {
        var later = answered();
        later.ask(form.until(DAY.plusDays(1)), letter(2), InquiryXml.write(form.until(DAY.plusDays(1))));
        assertThat(later.line().extendedAt()).isNotNull();
        assertThat(later.state()).isEqualTo(AskedState.ANSWERED);

        var same = answered();
        same.ask(form, letter(2), InquiryXml.write(form));
        assertThat(same.line().remindedAt()).isNotNull();
        assertThat(same.line().extendedAt()).isNull();
        assertThat(same.state()).isEqualTo(AskedState.ANSWERED);

        var shorter = answered();
        shorter.ask(form.until(DAY.minusDays(1)), letter(2), InquiryXml.write(form.until(DAY.minusDays(1))));
        assertThat(shorter.line().extendedAt()).isNull();
        assertThat(shorter.state()).isEqualTo(AskedState.OPEN);
        assertThat(shorter.line().number()).isEqualTo("試発第2号");
        assertThat(shorter.line().deadline()).isEqualTo(DAY.minusDays(1));
    }

    private Inquiry sent() {
        var inquiry = Inquiry.begun(new WriteInquiry(id, null, "general", "道路の状況", "説明", DAY, List.of("990019"), InquiryFixture.FORM), UUID.randomUUID(), NOW);
        inquiry.send(UUID.randomUUID(), "芽総第1号", NOW);
        return inquiry;
    }

    private static FollowUp drafted(FollowUpKind kind, LocalDate day) {
        return FollowUp.drafted(UUID.randomUUID(), UUID.randomUUID(), kind, day, NOW);
    }

    private static void refused(InquiryProblem problem, FollowUp letter, Inquiry inquiry, LocalDate today, boolean answered) {
        assertThatThrownBy(() -> letter.requireNeeded(inquiry, today, answered))
                .isInstanceOfSatisfying(RuleViolation.class, refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }

    @Test
    @DisplayName("督促は、待っている照会の、回答していない役所にだけ出る")
    void aReminderIsForWhoIsWaitedFor() {
        var reminder = drafted(FollowUpKind.REMINDER, null);
        var inquiry = sent();
        assertThatCode(() -> reminder.requireNeeded(inquiry, DAY.plusDays(9), false)).doesNotThrowAnyException();
        refused(InquiryProblem.NOBODY_TO_REMIND, reminder, inquiry, DAY, true);
        inquiry.close(null, NOW);
        refused(InquiryProblem.NOT_IN_THIS_STATE, reminder, inquiry, DAY, false);
    }

    @Test
    @DisplayName("期限の延長は、今の期限より後で、まだ過ぎていない日にだけ出る。一度出たものを別の役所へ出すときは、もう今の期限でよい")
    void anExtensionIsForADayToCome() {
        var inquiry = sent();
        var extension = drafted(FollowUpKind.EXTENSION, DAY.plusDays(2));
        assertThatCode(() -> extension.requireNeeded(inquiry, DAY.plusDays(2), true)).doesNotThrowAnyException();
        refused(InquiryProblem.DAY_NOT_LATER, extension, inquiry, DAY.plusDays(3), false);
        refused(InquiryProblem.DAY_NOT_LATER, drafted(FollowUpKind.EXTENSION, DAY), inquiry, DAY, false);
        extension.send(UUID.randomUUID(), "芽総第2号", NOW);
        inquiry.extend(DAY.plusDays(2));
        assertThatCode(() -> extension.requireNeeded(inquiry, DAY, false)).doesNotThrowAnyException();
        inquiry.close(null, NOW);
        refused(InquiryProblem.NOT_IN_THIS_STATE, extension, inquiry, DAY, false);
    }

    @Test
    @DisplayName("照会も、その後の手紙も、今の期限より前の期限を添えては出ない。今の期限か、後の期限なら出る")
    void noEarlierDayIsCarriedAgain() {
        var inquiry = sent();
        var before = inquiry.form();
        assertThatCode(() -> inquiry.requireNotEarlier(before)).doesNotThrowAnyException();
        inquiry.extend(DAY.plusDays(2));
        assertThatThrownBy(() -> inquiry.requireNotEarlier(before))
                .isInstanceOfSatisfying(RuleViolation.class, refusal -> assertThat(refusal.problem()).isEqualTo(InquiryProblem.DAY_CHANGED));
        assertThatCode(() -> inquiry.requireNotEarlier(inquiry.form())).doesNotThrowAnyException();
        assertThatCode(() -> inquiry.requireNotEarlier(InquiryXml.write(form.until(DAY.plusDays(3))))).doesNotThrowAnyException();
    }
}
