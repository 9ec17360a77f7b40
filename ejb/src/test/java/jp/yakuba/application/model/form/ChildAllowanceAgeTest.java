package jp.yakuba.application.model.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.yakuba.application.api.FieldProblem;
import jp.yakuba.application.api.FormFault;
import jp.yakuba.kernel.Age;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("児童手当の子は、18歳に達する日以後の最初の3月31日まで（児童手当法3条1項）")
class ChildAllowanceAgeTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final String CHILDREN = "childAllowance.children";

    @ParameterizedTest(name = "{0}に、{1}から後に生まれた人")
    @CsvSource({"2026-11-21, 2008-04-02", "2027-03-31, 2008-04-02", "2027-04-01, 2009-04-02", "2026-03-31, 2007-04-02"})
    @DisplayName("4月2日生まれで年度が変わる。3月31日まではその年度のうち")
    void theYearTurnsWithTheSecondOfApril(LocalDate day, LocalDate since) {
        assertThat(WrittenDate.bound("until-18@03-31", day)).contains(since);
        assertThat(lastDay(since)).isAfterOrEqualTo(day);
        assertThat(lastDay(since.minusDays(1))).isBefore(day);
    }

    /** As the law says it. */
    private static LocalDate lastDay(LocalDate born) {
        var reached = new Age(born).dayOfReaching(18);
        var sameYear = LocalDate.of(reached.getYear(), 3, 31);
        return sameYear.isBefore(reached) ? sameYear.plusYears(1) : sameYear;
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"2008-04-02, true", "平成20年4月2日, true", "2008-04-01, false", "1990/7/9, false"})
    @DisplayName("世帯の大人を子に選ぶと、その問いのところで断る")
    void anAdultOfTheHouseholdIsNoChild(String born, boolean child) {
        var answers = new LinkedHashMap<>(MovingFamily.answers());
        answers.put("household.members.2.birthDate", born);

        assertThat(atThePick(answers)).hasSize(child ? 0 : 1);
    }

    @Test
    @DisplayName("一人でも上なら断り、外せば通る")
    void oneOfManyIsEnough() {
        assertThat(atThePick(with(CHILDREN, "m1,m2,m3"))).singleElement()
                .satisfies(problem -> assertThat(problem.message().ja()).contains("最初の3月31日まで"));
        assertThat(atThePick(with(CHILDREN, "m2,m3"))).isEmpty();
    }

    @Test
    @DisplayName("額改定でも、選んだ子と書いた子のどちらも")
    void anIncreaseIsForChildrenToo() {
        var alone = ShippedForms.bundle(List.of("child-allowance-change"));
        assertThat(new AnswerCheck(alone, TODAY).problems(Map.of("child.birthDate", "2008-04-01"), null))
                .extracting(FieldProblem::path, problem -> problem.message().ja().contains("3月31日"))
                .contains(tuple("child.birthDate", true));
        var moving = ShippedForms.bundle(List.of("move-in", "child-allowance-change"));
        assertThat(new AnswerCheck(moving, TODAY).problems(with("child.member", "m1"), null)).extracting(FieldProblem::path).contains("child.member");
        assertThat(new AnswerCheck(moving, TODAY).problems(with("child.member", "m2"), null)).extracting(FieldProblem::path)
                .doesNotContain("child.member");
    }

    @Test
    @DisplayName("選ばれた人の決まりは、人を選ぶ問いにだけ書ける")
    void onlyAPickHasPeople() {
        var file = ShippedForms.procedure("child-allowance").getJsonObject("form").toString();

        assertThat(FormJson.read(file).isFaultless()).isTrue();
        assertThat(FormJson.read(file.replace(CHILDREN + "/birthDate", "child-allowance.livesWith/birthDate")).faults())
                .extracting(FormFault::place).containsExactly("rules[0].left");
    }

    private static Map<String, String> with(String path, String answer) {
        var answers = new LinkedHashMap<>(MovingFamily.answers());
        answers.put(path, answer);
        return answers;
    }

    private static List<FieldProblem> atThePick(Map<String, String> answers) {
        return new AnswerCheck(ShippedForms.bundle(List.of("move-in", "child-allowance")), TODAY).problems(answers, null).stream()
                .filter(problem -> problem.path().equals(CHILDREN)).toList();
    }
}
