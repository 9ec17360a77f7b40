package jp.yakuba.inquiry.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.yakuba.inquiry.InquiryFixture;
import jp.yakuba.inquiry.api.AnswerFault;
import jp.yakuba.inquiry.api.Given;
import jp.yakuba.inquiry.api.Question;
import jp.yakuba.inquiry.api.QuestionKind;
import jp.yakuba.kernel.StrictXml;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("照会の様式と回答")
class AnswersTest {
    private static final AskedForm FORM = new AskedForm(UUID.randomUUID(), "道路の状況", "説明\n二行目", LocalDate.of(2026, 12, 25), InquiryFixture.FORM);

    @Test
    @DisplayName("様式と回答は、XMLにして読み戻すと同じになる")
    void whatTravelsComesBackTheSame() throws Exception {
        assertThat(InquiryXml.readInquiry(InquiryXml.write(FORM))).isEqualTo(FORM);
        var answer = new InquiryXml.Answered(FORM.id(), InquiryFixture.ANSWERS);
        assertThat(InquiryXml.readAnswer(InquiryXml.write(answer, FORM.questions()))).isEqualTo(answer);
        assertThat(AnswerRules.faults(FORM.questions(), InquiryFixture.ANSWERS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"q1,,MISSING", "q3,,MISSING", "q3,十二,NO_NUMBER", "q3,-1,TOO_SMALL", "q3,100.6,TOO_LARGE", "q3,1e2,NO_NUMBER", "q4,2026-02-30,NO_DATE", "q4,1868-10-22,NO_DATE", "q4,0000-01-01,NO_DATE",
        "q5,未定,NO_CHOICE", "q6,川,NO_CHOICE", "q7,列が一つ,NO_TABLE"})
    @DisplayName("必須、数と範囲、日付、選択、表の列は、様式のとおりでないと断る")
    void answersKeepTheForm(String question, String value, AnswerFault fault) {
        assertThat(AnswerRules.faults(FORM.questions(), with(question, value == null ? List.of() : List.of(value)))).containsOnlyKeys(question)
                .containsValue(fault);
    }

    @Test
    @DisplayName("長すぎる一行、選択の重なり、多すぎる行も断る")
    void lengthsAreKept() {
        assertThat(AnswerRules.faults(FORM.questions(), with("q1", List.of("長".repeat(301))))).containsValue(AnswerFault.TOO_LONG);
        assertThat(AnswerRules.faults(FORM.questions(), with("q2", List.of("長".repeat(5001))))).containsValue(AnswerFault.TOO_LONG);
        assertThat(AnswerRules.faults(FORM.questions(), with("q5", List.of("あり", "なし")))).containsValue(AnswerFault.NO_CHOICE);
        assertThat(AnswerRules.faults(FORM.questions(), with("q6", List.of("橋", "橋")))).containsValue(AnswerFault.NO_CHOICE);
        assertThat(AnswerRules.faults(FORM.questions(), with("q7", java.util.Collections.nCopies(501, "a\tb")))).containsValue(AnswerFault.NO_TABLE);
    }

    @Test
    @DisplayName("様式にない問への回答、二度の回答は、様式に属さない")
    void answersBelongToTheForm() {
        assertThat(AnswerRules.belong(FORM.questions(), InquiryFixture.ANSWERS)).isTrue();
        assertThat(AnswerRules.belong(FORM.questions(), List.of(InquiryFixture.given("q9", "x")))).isFalse();
        assertThat(AnswerRules.belong(FORM.questions(), List.of(InquiryFixture.given("q1", "x"), InquiryFixture.given("q1", "y")))).isFalse();
    }

    @Test
    @DisplayName("答えられない様式は読まない：問がない、番号の重なり、選ぶものがない、逆の範囲")
    void formsCanBeAnswered() {
        assertThat(AskedForm.isWhole(List.of())).isFalse();
        assertThat(AskedForm.isWhole(List.of(FORM.questions().get(0), FORM.questions().get(0)))).isFalse();
        assertThat(AskedForm.isWhole(List.of(new Question("q1", QuestionKind.CHOICE, "計画", null, true, null, null, null, List.of())))).isFalse();
        assertThat(AskedForm.isWhole(List.of(new Question("q1", QuestionKind.NUMBER, "数", null, true, null, BigDecimal.TEN, BigDecimal.ONE, List.of()))))
                .isFalse();
        assertThat(AskedForm.isWhole(List.of(new Question("q1", QuestionKind.TEXT, "名", null, true, "km", null, null, List.of())))).isFalse();
        assertThatThrownBy(() -> InquiryXml.readInquiry("<inquiry/>".getBytes(StandardCharsets.UTF_8))).isInstanceOf(StrictXml.NotRead.class);
        assertThatThrownBy(() -> InquiryXml.readAnswer(InquiryXml.write(FORM))).isInstanceOf(StrictXml.NotRead.class);
    }

    @Test
    @DisplayName("決裁する文には、問のすべてと、添えた様式の照合番号がある")
    void whatIsDecidedSaysWhatTravels() {
        var part = InquiryXml.write(FORM);
        var words = InquiryWords.asked(FORM, part);
        FORM.questions().forEach(question -> assertThat(words).contains(question.label()));
        assertThat(words).contains("あり・なし", "単位 km", "令和8年12月25日", InquiryWords.mark(part));
        assertThat(InquiryWords.answered(FORM, InquiryFixture.ANSWERS, part)).contains("12.5km", "中央公園、3", "令和8年11月1日");
    }

    @Test
    @DisplayName("西暦1868年10月23日より前の期限の照会は読まない")
    void daysHaveAnEra() throws Exception {
        assertThat(InquiryXml.readInquiry(InquiryXml.write(FORM.until(LocalDate.of(1868, 10, 23)))).deadline()).isEqualTo(LocalDate.of(1868, 10, 23));
        assertThatThrownBy(() -> InquiryXml.readInquiry(InquiryXml.write(FORM.until(LocalDate.of(1868, 10, 22))))).isInstanceOf(StrictXml.NotRead.class);
    }

    @ParameterizedTest
    @CsvSource({"true,2026-12-22,OWN_NEAR", "true,2026-12-25,OWN_NEAR", "true,2026-12-26,OWN_OVER", "false,2026-12-25,ASKED_NEAR", "false,2026-12-26,ASKED_OVER"})
    @DisplayName("期限の日の終わりまでは近い、翌日からは過ぎた")
    void theLastDayIsNotOver(boolean own, LocalDate today, DayNotice.Kind kind) {
        assertThat(DayNotice.Kind.of(own, FORM.deadline(), today)).isEqualTo(kind);
    }

    @Test
    @DisplayName("同じ照会は督促、期限だけ違う照会は延長で、起案も担当課も番号もそのまま。問が違えば改めて聞かれている")
    void theSameOnceMoreLeavesTheAnswer() {
        var asked = Asked.by("990019", FORM, letter(1), InquiryXml.write(FORM));
        asked.handOn("tax");
        asked.keep(InquiryFixture.ANSWERS);
        var draft = UUID.randomUUID();
        asked.draft(draft);
        asked.ask(FORM, letter(2), InquiryXml.write(FORM));
        assertThat(asked.line().remindedAt()).isEqualTo(letter(2).arrivedAt());
        var longer = FORM.until(LocalDate.of(2027, 1, 31));
        asked.ask(longer, letter(3), InquiryXml.write(longer));
        assertThat(asked.line().extendedAt()).isEqualTo(letter(3).arrivedAt());
        assertThat(asked.line().deadline()).isEqualTo(longer.deadline());
        assertThat(asked.form().deadline()).isEqualTo(longer.deadline());
        assertThat(asked.draftId()).isEqualTo(draft);
        assertThat(asked.section()).isEqualTo("tax");
        assertThat(asked.line().number()).isEqualTo("第1号");
        var other = new AskedForm(FORM.id(), FORM.title(), FORM.explanation(), FORM.deadline(), FORM.questions().subList(0, 2));
        asked.ask(other, letter(4), InquiryXml.write(other));
        assertThat(asked.draftId()).isNull();
        assertThat(asked.section()).isEqualTo("general");
        assertThat(asked.line().number()).isEqualTo("第4号");
        assertThat(asked.given()).as("what was written stays").isEqualTo(InquiryFixture.ANSWERS);
    }

    private static Asked.Letter letter(int number) {
        return new Asked.Letter("試験市", UUID.randomUUID(), "general", "第" + number + "号", Instant.parse("2026-12-0" + number + "T00:00:00Z"));
    }

    private static List<Given> with(String question, List<String> values) {
        var given = new ArrayList<>(InquiryFixture.ANSWERS.stream().filter(one -> !one.question().equals(question)).toList());
        given.add(new Given(question, values));
        return given;
    }
}
