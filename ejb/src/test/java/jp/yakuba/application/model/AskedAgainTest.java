package jp.yakuba.application.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.yakuba.application.api.FieldType;
import jp.yakuba.application.api.FormField;
import jp.yakuba.application.api.FormPage;
import jp.yakuba.application.api.RequestCorrection;
import jp.yakuba.application.model.form.Groups;
import jp.yakuba.application.model.form.ShippedForms;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("補正で聞き直すこと(行政手続法7条)")
class AskedAgainTest {
    private static final LocalDate UNTIL = LocalDate.of(2026, 12, 10);
    private static final Map<String, String> WASTE = Map.of(
            "applicant.name", "髙橋　太郎", "applicant.kana", "タカハシ　タロウ", "applicant.phone", "09012345678",
            "bulky-waste.items.count", "2", "bulky-waste.items.0.item", "たんす", "bulky-waste.items.0.count", "1",
            "bulky-waste.items.1.item", "机", "bulky-waste.items.1.count", "1", "bulky-waste.place", "玄関前");

    @Test
    @DisplayName("求めた項目だけを聞き、ほかの答えは受け取らない")
    void asksOnlyWhatWasNamed() {
        var again = again("bulky-waste", WASTE, List.of("bulky-waste.place"));
        assertThat(paths(again, WASTE)).containsExactly("bulky-waste.place");
        var given = given(WASTE, Map.of("bulky-waste.place", "勝手口", "applicant.phone", "000"));
        assertThat(again.with(given)).containsEntry("bulky-waste.place", "勝手口").containsEntry("applicant.phone", "09012345678");
    }

    @Test
    @DisplayName("項目を言わずに求めれば、様式の全部を聞く")
    void asksTheWholeForm() {
        var again = again("bulky-waste", WASTE, List.of());
        assertThat(paths(again, WASTE)).contains("applicant.phone", "bulky-waste.items", "bulky-waste.items.1.item", "bulky-waste.place");
        assertThat(again.with(given(WASTE, Map.of("applicant.phone", "000")))).containsEntry("applicant.phone", "000");
    }

    @Test
    @DisplayName("繰り返す項目は、足すことも、変えることも、減らすこともできる")
    void entriesAreAddedChangedAndRemoved() {
        var again = again("bulky-waste", WASTE, List.of("bulky-waste.items"));
        var less = again.with(Groups.remove(WASTE, "bulky-waste.items", 0));
        assertThat(again.corrected(less)).containsEntry("bulky-waste.items.count", "1")
                .containsEntry("bulky-waste.items.0.item", "机").doesNotContainKey("bulky-waste.items.1.item")
                .containsEntry("bulky-waste.place", "玄関前");
        var more = new HashMap<>(Groups.add(WASTE, "bulky-waste.items", 2));
        more.put("bulky-waste.items.2.item", "自転車");
        assertThat(again.corrected(again.with(more))).containsEntry("bulky-waste.items.2.item", "自転車")
                .containsEntry("bulky-waste.items.1.item", "机");
        assertThat(Differences.between(again.bundle(), WASTE, again.corrected(less))).extracting(FormPage.Question::path)
                .containsExactlyInAnyOrder("bulky-waste.items.0.item", "bulky-waste.items.1.item", "bulky-waste.items.1.count");
    }

    @Test
    @DisplayName("新しい答えで出てくる問いも聞き、聞かれなくなった答えは残さない")
    void followsWhatANewAnswerBringsUp() {
        var before = Map.of("applicant.insurance", "none");
        var form = ShippedForms.codes().stream().filter(AskedAgainTest::hasFollowUp).findFirst().orElseThrow();
        var condition = ShippedForms.form(form).sections().stream().flatMap(section -> section.fields().stream())
                .filter(AskedAgainTest::isFollowUp).findFirst().orElseThrow();
        var path = condition.fact() == null ? form + "." + condition.id() : condition.fact();
        var again = again(form, before, List.of(condition.when().path()));
        assertThat(paths(again, again.with(before))).doesNotContain(path);
        var answered = given(before, Map.of(condition.when().path(), condition.when().in().get(0), path, "あとから"));
        assertThat(paths(again, again.with(answered))).contains(path);
        assertThat(again.with(answered)).containsEntry(path, "あとから");
        var back = again(form, answered, List.of(condition.when().path()));
        var other = back.with(given(answered, Map.of(condition.when().path(), "別")));
        assertThat(back.corrected(other)).doesNotContainKey(path);
    }

    @Test
    @DisplayName("期限の日の終わりまでは間に合い、次の日に期限切れになる")
    void lapsesWithTheEndOfItsLastDay() {
        var correction = correction(List.of());
        assertThat(correction.isLapsed(UNTIL)).isFalse();
        assertThat(correction.owesTelling(UNTIL.plusDays(1))).isTrue();
        correction.lapseTold(Instant.EPOCH);
        assertThat(correction.owesTelling(UNTIL.plusDays(1))).isFalse();
        correction.close(Instant.EPOCH);
        assertThat(correction.isLapsed(UNTIL.plusDays(1))).isFalse();
    }

    private static boolean hasFollowUp(String code) {
        return ShippedForms.withForm().anyMatch(code::equals) && ShippedForms.form(code).sections().stream()
                .flatMap(section -> section.fields().stream()).anyMatch(AskedAgainTest::isFollowUp);
    }

    private static boolean isFollowUp(FormField field) {
        var when = field.when();
        return field.type() == FieldType.TEXT && when != null && when.path() != null
                && !when.path().startsWith("@") && !when.not() && !when.in().isEmpty() && when.all().isEmpty();
    }

    private static AskedAgain again(String form, Map<String, String> before, List<String> paths) {
        return new AskedAgain(ShippedForms.form(form), Arrival.Channel.ONLINE, before, correction(paths));
    }

    private static Correction correction(List<String> paths) {
        return Correction.ask(new RequestCorrection(UUID.randomUUID(), 0, paths, "直してください", UNTIL), Instant.EPOCH);
    }

    private static Map<String, String> given(Map<String, String> before, Map<String, String> more) {
        var all = new HashMap<>(before);
        all.putAll(more);
        return all;
    }

    private static List<String> paths(AskedAgain again, Map<String, String> answers) {
        return again.pages(answers).stream().flatMap(page -> page.questions().stream()).map(FormPage.Question::path).toList();
    }
}
