package jp.yakuba.application.model.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.yakuba.application.api.FieldProblem;
import jp.yakuba.application.api.FieldType;
import jp.yakuba.application.api.FormPage;
import jp.yakuba.application.api.FormPage.Question;
import jp.yakuba.application.model.Arrival.Channel;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("引っ越しの七つの手続を一度に")
class MoveBundleTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private final FormBundle bundle = ShippedForms.bundle(ShippedForms.MOVE);
    private final Map<String, String> answers = new HashMap<>(MovingFamily.answers());

    @Test
    @DisplayName("同じ事実は一度しかたずねない")
    void asksEachFactOnce() {
        var paths = questions().stream().map(Question::path).toList();

        assertThat(paths).doesNotHaveDuplicates();
        assertThat(paths).doesNotContain("applicant.name", "applicant.kana", "applicant.address");
        assertThat(paths).filteredOn(path -> path.endsWith(".birthDate")).hasSize(4);
        assertThat(paths).filteredOn(path -> path.equals("move.new") || path.equals("applicant.phone")).hasSize(2);
    }

    @Test
    @DisplayName("窓口では来庁の時間も写真も聞かず、メールアドレスは必須でない")
    void theCounterAsksOtherwise() {
        var forms = ShippedForms.MOVE.stream().map(ShippedForms::form).toList();
        var asked = FormBundle.of(forms, Channel.COUNTER).pages(answers).stream().flatMap(page -> page.questions().stream()).toList();

        assertThat(asked).extracting(question -> question.field().type()).doesNotContain(FieldType.APPOINTMENT, FieldType.FILE);
        assertThat(asked).filteredOn(question -> question.path().equals("applicant.mail"))
                .singleElement().matches(question -> !question.field().required());
        assertThat(questions()).filteredOn(question -> question.path().equals("applicant.mail"))
                .singleElement().matches(question -> question.field().required());
    }

    @Test
    @DisplayName("別々に出すより問いがずっと少ない")
    void asksFarLessThanSevenSeparateForms() {
        int apart = ShippedForms.MOVE.stream()
                .mapToInt(code -> ShippedForms.bundle(List.of(code)).pages(answers).stream().mapToInt(page -> page.questions().size()).sum())
                .sum();

        assertThat(questions()).hasSizeLessThan(apart / 2);
    }

    @Test
    @DisplayName("ページは見出しごとに一つ、順は引っ越しの様式から")
    void onePagePerTopic() {
        assertThat(bundle.pages(answers)).extracting(FormPage::section).containsExactly(
                "move", "household", "applicant", "visit", "insurance", "childAllowance", "bank", "school", "water", "dog", "seal");
    }

    @Test
    @DisplayName("人が打つままの答えで、直すところがない")
    void acceptsWhatPeopleType() {
        assertThat(new AnswerCheck(bundle, TODAY).problems(answers)).isEmpty();
    }

    @Test
    @DisplayName("出すときに字の形をそろえるが、氏名の字はさわらない")
    void readsTypedAnswers() {
        var read = AnswerReading.read(bundle, answers);

        assertThat(read)
                .containsEntry("move.date", "2026-11-15")
                .containsEntry("move.new.postal", "0820014")
                .containsEntry("move.new.lot", "3丁目5-2")
                .containsEntry("household.members.0.name", "髙橋　太郎")
                .containsEntry("household.members.0.kana", "タカハシ　タロウ")
                .containsEntry("household.members.0.birthDate", "1988-04-01")
                .containsEntry("household.members.2.kana", "タカハシ　ケン")
                .containsEntry("household.members.2.birthDate", "2017-05-20")
                .containsEntry("applicant.phone", "0155-62-1234")
                .containsEntry("bank.number", "1234567")
                .containsEntry("household.members.count", "4");
        assertThat(new AnswerCheck(bundle, TODAY).problems(read)).isEmpty();
    }

    @Test
    @DisplayName("何も入れないと、必須の問いだけを一つずつ言う")
    void namesEveryMissingAnswer() {
        var problems = new AnswerCheck(bundle, TODAY).problems(Map.of());

        assertThat(problems).extracting(FieldProblem::path).contains("move.date", "move.new.postal", "household.members.0.name", "applicant.phone", "seal.people");
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.message().ja()).endsWith("ください").doesNotContain("不正");
            assertThat(problem.message().easy()).endsWith("ください");
            assertThat(problem.message().en()).isNotBlank();
        });
    }

    @Test
    @DisplayName("生まれる前に引っ越した人はいない")
    void refusesBirthAfterTheMove() {
        answers.put("household.members.3.birthDate", "R8.11.20");

        assertThat(new AnswerCheck(bundle, TODAY).problems(answers, "household"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.path()).isEqualTo("household.members.3.birthDate"));
    }

    @Test
    @DisplayName("一人をはずすと、後の人が上がり、選んだ人もついて行く")
    void removingAMemberKeepsPicks() {
        var left = Groups.remove(answers, "household.members", 1);

        assertThat(Groups.entries(left, "household.members")).isEqualTo(3);
        assertThat(left)
                .containsEntry("household.members.1.name", "髙橋　健")
                .containsEntry("insurance.members", "m0,m1,m2")
                .containsEntry("childAllowance.children", "m1,m2")
                .containsEntry("school.pupils.0.person", "m1");
    }

    @Test
    @DisplayName("一つの手続の分け前には、その様式の問いと、そこから分かることだけが入る")
    void everyFormGetsItsShare() {
        var water = FactBook.shareOf(ShippedForms.form("water-start"), AnswerReading.read(bundle, answers));

        assertThat(water)
                .containsEntry("applicant.name", "髙橋　太郎")
                .containsEntry("move.new.postal", "0820014")
                .containsEntry("water.startOn", "2026-11-15")
                .doesNotContainKeys("bank.number", "household.members.1.name", "move.previous.postal");
        assertThat(new AnswerCheck(ShippedForms.bundle(List.of("water-start")), TODAY).problems(water)).isEmpty();
    }

    @Test
    @DisplayName("分け前だけで、どの様式も直すところがない")
    void everyShareStandsAlone() {
        var read = AnswerReading.read(bundle, answers);

        assertThat(ShippedForms.MOVE).allSatisfy(code -> assertThat(
                        new AnswerCheck(ShippedForms.bundle(List.of(code)), TODAY).problems(FactBook.shareOf(ShippedForms.form(code), read)))
                .isEmpty());
    }

    private List<Question> questions() {
        var all = new ArrayList<Question>();
        bundle.pages(answers).forEach(page -> all.addAll(page.questions()));
        return all;
    }
}
