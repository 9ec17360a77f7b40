package jp.yakuba.web.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import jp.yakuba.application.api.FieldType;
import jp.yakuba.application.api.FormDefinition;
import jp.yakuba.application.api.FormField;
import jp.yakuba.application.api.FormSection;
import jp.yakuba.application.api.Text;
import jp.yakuba.web.shell.NotFound;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("様式の組みかえ")
class FormChangesTest {
    private final FormDefinition form = new FormDefinition("trial", 1,
            List.of(section("first", question("a"), question("b"), group("c", question("d"), question("e"))), section("second", question("f"))),
            List.of());

    @Test
    @DisplayName("組の中の問いまで、番号の道で見つけ、定義と同じ書き方で場所を言う")
    void findsAQuestionInsideAGroup() {
        assertThat(new FormChanges(form).question("0.2.1").id()).isEqualTo("e");
        assertThat(FormChanges.place("0.2.1")).isEqualTo("sections[0].fields[2].fields[1]");
    }

    @Test
    @DisplayName("足し、直し、動かし、消しても、ほかの問いはそのまま残る")
    void changesOneThingAndLeavesTheRest() {
        assertThat(ids(new FormChanges(form).withNew("0.2", question("x")))).containsExactly("a", "b", "c[d,e,x]", "f");
        assertThat(ids(new FormChanges(form).with("0.1", question("y")))).containsExactly("a", "y", "c[d,e]", "f");
        assertThat(ids(new FormChanges(form).moved("0.2.1", -1))).containsExactly("a", "b", "c[e,d]", "f");
        assertThat(ids(new FormChanges(form).without("0.0"))).containsExactly("b", "c[d,e]", "f");
        assertThat(ids(new FormChanges(form).moved("1", -1))).containsExactly("f", "a", "b", "c[d,e]");
        assertThat(ids(new FormChanges(form).without("0"))).containsExactly("f");
        assertThat(ids(form)).containsExactly("a", "b", "c[d,e]", "f");
    }

    @Test
    @DisplayName("端からは動かず、ない場所はないと言う")
    void staysAtTheEndsAndKnowsNoOtherPlaces() {
        assertThat(ids(new FormChanges(form).moved("0.0", -1))).isEqualTo(ids(form));
        assertThat(ids(new FormChanges(form).moved("0.2", 1))).isEqualTo(ids(form));
        assertThatThrownBy(() -> new FormChanges(form).question("0.9")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> new FormChanges(form).without("../1")).isInstanceOf(NotFound.class);
    }

    @Test
    @DisplayName("直さない問いは、書き手の画面を通っても変わらない")
    void aQuestionSurvivesItsEditor() {
        var field = new FormField("q", "fact.q", FieldType.CHOICE, new Text("問い", "とい", "Question"), null, new Text("わけ", null, null), true,
                new jp.yakuba.application.api.Condition("@counter", List.of(), false, List.of()),
                new jp.yakuba.application.api.Condition("trial.a", List.of("yes", "no"), true, List.of()), "1", "3", null,
                List.of(new jp.yakuba.application.api.Choice("one", new Text("一", "いち", "One"))), List.of(), "name");

        assertThat(new EditedQuestion(field).field()).isEqualTo(field);
    }

    private static List<String> ids(FormDefinition form) {
        return form.sections().stream().flatMap(section -> section.fields().stream()).map(FormChangesTest::id).toList();
    }

    private static String id(FormField field) {
        var inner = field.fields().stream().map(FormField::id).toList();
        return inner.isEmpty() ? field.id() : field.id() + "[" + String.join(",", inner) + "]";
    }

    private static FormSection section(String id, FormField... fields) {
        return new FormSection(id, new Text(id, null, null), null, List.of(fields));
    }

    private static FormField question(String id) {
        return group(id);
    }

    private static FormField group(String id, FormField... fields) {
        return new FormField(id, null, fields.length == 0 ? FieldType.TEXT : FieldType.GROUP, new Text(id, null, null), null, null, false, null, null,
                null, null, null, List.of(), List.of(fields), null);
    }
}
