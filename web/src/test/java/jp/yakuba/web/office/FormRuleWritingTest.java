package jp.yakuba.web.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import jp.yakuba.application.api.Choice;
import jp.yakuba.application.api.Condition;
import jp.yakuba.application.api.FieldType;
import jp.yakuba.application.api.FormDefinition;
import jp.yakuba.application.api.FormField;
import jp.yakuba.application.api.FormRule;
import jp.yakuba.application.api.FormSection;
import jp.yakuba.application.api.Text;
import jp.yakuba.web.shell.NotFound;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("決まりと条件を言葉で書く")
class FormRuleWritingTest {
    private static final FormField KIND = field("kind", null, FieldType.CHOICE, "種類", List.of(choice("snow", "雪"), choice("leaves", "落ち葉")));
    private static final FormField FROM = field("from", "work.from", FieldType.DATE, "始まり", List.of());
    private static final FormField COUNT = field("count", null, FieldType.NUMBER, "数", List.of());
    private static final FormField AGREED = field("agreed", null, FieldType.YES_NO, "同意", List.of());
    private static final FormField HOME = field("home", null, FieldType.ADDRESS, "住所", List.of());
    private static final FormField PHOTO = field("photo", null, FieldType.FILE, "写真", List.of());
    private static final FormField BORN = field("born", null, FieldType.DATE, "生年月日", List.of());
    private static final FormField CHILD = field("child", null, FieldType.YES_NO, "子どもか", List.of());
    private static final FormField PEOPLE = new FormField("people", null, FieldType.GROUP, text("人"), null, null, false, null, null, null, null,
            null, List.of(), List.of(BORN, CHILD), null);
    private static final FormDefinition FORM = new FormDefinition("snow", 1,
            List.of(new FormSection("a", text("ページ"), null, List.of(KIND, FROM, COUNT, AGREED, HOME, PHOTO, PEOPLE))),
            List.of(rule("snow.kind", "eq", "'snow'"), rule("work.from", "ge", "'today'")));

    private final FormQuestions questions =
            new FormQuestions(FORM, List.of(choice("dog-change", "犬の変更")), text -> text == null ? "" : text.ja(), key -> key);

    @Test
    @DisplayName("問いは言葉で選べ、事実の名、住所の部分、くり返しの中まで、答えのある所を指す")
    void questionsArePickedByTheirWords() {
        assertThat(questions.sides()).extracting(FormQuestions.Asked::path).containsExactly("snow.kind", "work.from", "snow.count", "snow.agreed",
                "snow.home.postal", "snow.home.place", "snow.home.lot", "snow.home.building", "snow.people.*.born", "snow.people.*.child");
        assertThat(questions.places()).extracting(FormQuestions.Asked::path).contains("snow.home", "snow.photo").doesNotContain("snow.home.lot");
        assertThat(questions.find("snow.people.*.born", null).orElseThrow().words()).isEqualTo("人 › 生年月日");
        assertThat(questions.groupAt("0.6.1")).isEqualTo("snow.people");
        assertThat(questions.groupAt("0.1")).isNull();
    }

    @Test
    @DisplayName("くり返しの中の条件は同じ組の答えを、どの条件も受け付け方といっしょにする手続を見られる")
    void aConditionInAGroupSeesTheSameEntry() {
        assertThat(questions.seenFrom("snow.people")).extracting(FormQuestions.Asked::path).startsWith(".born", ".child").contains("snow.kind", "@channel");
        assertThat(questions.seenFrom(null)).extracting(FormQuestions.Asked::path).noneMatch(path -> path.startsWith(".") || path.contains("*"));
        assertThat(questions.find("@channel", null).orElseThrow().choices()).extracting(Choice::value).containsExactly("online", "counter");
        assertThat(questions.find(".child", "snow.people").orElseThrow().choices()).extracting(Choice::value).containsExactly("yes", "no");
    }

    @Test
    @DisplayName("条件は、書き手の画面を通っても変わらない。重なった条件は平らになる")
    void aConditionSurvivesItsEditor() {
        var plain = new Condition("snow.kind", List.of("snow"), true, List.of(new Condition("snow.count", List.of(), false, List.of())));
        var nested = new Condition(null, List.of(), false, List.of(new Condition("snow.kind", List.of("snow"), true, List.of()),
                new Condition("snow.count", List.of(), false, List.of())));

        assertThat(EditedCondition.together(EditedCondition.of(plain))).isEqualTo(plain);
        assertThat(EditedCondition.together(EditedCondition.of(nested))).isEqualTo(plain);
        assertThat(EditedCondition.together(EditedCondition.of(null))).isNull();
    }

    @Test
    @DisplayName("送られた条件を読み、足し、消し、答えを選び忘れたところを言う")
    void aConditionIsReadFromItsSheet() {
        var sent = request(Map.of("c0.path", List.of("snow.kind"), "c0.sort", List.of("IS_NOT"), "c0.value", List.of("snow", "leaves"),
                "c3.path", List.of("snow.count"), "c3.sort", List.of("IS"), "c3.typed", List.of("1、 2,3")));
        assertThat(ConditionSheet.sent(sent, questions, null).condition()).isEqualTo(new Condition("snow.kind", List.of("snow", "leaves"), true,
                List.of(new Condition("snow.count", List.of("1", "2", "3"), false, List.of()))));

        var grown = ConditionSheet.sent(request(Map.of("c_next", List.of("@channel"), "y_more", List.of("on"))), questions, null);
        assertThat(grown.getParts()).singleElement().satisfies(part -> assertThat(part.choices()).hasSize(2));
        assertThat(grown.unfinished()).containsExactly(0);

        var dropped = request(Map.of("c0.path", List.of("snow.kind"), "y_drop", List.of("0")));
        assertThat(ConditionSheet.sent(dropped, questions, null).condition()).isNull();
        assertThat(ConditionSheet.isTurned(dropped)).isTrue();
    }

    @ParameterizedTest
    @DisplayName("比べる相手は言葉で書かれ、定義の書き方になる")
    @CsvSource(textBlock = """
            # question, what is typed, how a definition writes it
            snow.kind,  雪,            'snow'
            snow.kind,  leaves,        'leaves'
            work.from,  令和8年4月1日,  '2026-04-01'
            work.from,  2026/4/1,      '2026-04-01'
            snow.count, '１，０００',   '1000'
            snow.agreed, application.yes, 'yes'
            """, quoteCharacter = '"')
    void aValueIsWrittenInWords(String question, String typed, String written) {
        var compared = questions.find(question, null).orElseThrow().field();
        var side = new RuleSide(RuleSide.Kind.VALUE, null, typed.replace("'", ""), 0, true, "y");
        assertThat(side.written(compared)).isEqualTo(written);
    }

    @ParameterizedTest
    @DisplayName("別の答え、値、今日からの隔たりは、書き手の画面を通っても変わらない")
    @CsvSource(quoteCharacter = '"', value = {"work.from", "'snow'", "'today'", "'today-3y'", "'today+14d'", "'today-2m'"})
    void aSideSurvivesItsEditor(String written) {
        assertThat(RuleSide.of(written, KIND.choices()).written(KIND)).isEqualTo(written);
    }

    @Test
    @DisplayName("決まりは足し、直し、上げ、消せる。伝える所を選ばなければ、比べる問いで伝える")
    void rulesAreAddedChangedMovedAndRemoved() {
        var sent = EditedRule.sent(request(Map.of("left", List.of("work.from"), "operator", List.of("gt"), "kind", List.of("TODAY"), "time",
                List.of("１４"), "unit", List.of("d"), "way", List.of("after"), "message-ja", List.of("後にしてください。"))), questions).rule();
        assertThat(sent).isEqualTo(new FormRule("work.from", "work.from", "gt", "'today+14d'", null, new Text("後にしてください。", null, null)));
        assertThat(EditedRule.of(sent, questions).rule()).isEqualTo(sent);

        assertThat(new FormChanges(FORM).withNewRule(sent).rules()).hasSize(3).endsWith(sent);
        assertThat(new FormChanges(FORM).withRule("0", sent).rules()).startsWith(sent).hasSize(2);
        assertThat(new FormChanges(FORM).ruleMoved("1").rules()).extracting(FormRule::left).containsExactly("work.from", "snow.kind");
        assertThat(new FormChanges(FORM).withoutRule("0").rules()).extracting(FormRule::left).containsExactly("work.from");
        assertThatThrownBy(() -> new FormChanges(FORM).withoutRule("2")).isInstanceOf(NotFound.class);
    }

    @Test
    @DisplayName("新しい問いの名前は、まだないものになる")
    void aNewQuestionBearsAFreeName() {
        assertThat(new FormChanges(FORM).freeId()).isEqualTo("item1");
        assertThat(new FormChanges(
                new FormChanges(FORM).withNew("0", field("item1", null, FieldType.TEXT, "x", List.of()))).freeId()).isEqualTo("item2");
    }

    private static HttpServletRequest request(Map<String, List<String>> sent) {
        return (HttpServletRequest) Proxy.newProxyInstance(FormRuleWritingTest.class.getClassLoader(), new Class<?>[] {HttpServletRequest.class},
                (proxy, method, asked) -> switch (method.getName()) {
                    case "getParameter" -> sent.containsKey(asked[0]) ? sent.get(asked[0]).get(0) : null;
                    case "getParameterValues" -> sent.containsKey(asked[0]) ? sent.get(asked[0]).toArray(String[]::new) : null;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static FormRule rule(String left, String operator, String right) {
        return new FormRule(left, left, operator, right, null, text("直してください。"));
    }

    private static FormField field(String id, String fact, FieldType type, String words, List<Choice> choices) {
        return new FormField(id, fact, type, text(words), null, null, false, null, null, null, null, null, choices, List.of(), null);
    }

    private static Choice choice(String value, String words) {
        return new Choice(value, text(words));
    }

    private static Text text(String words) {
        return new Text(words, null, null);
    }
}
