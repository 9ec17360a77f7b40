package jp.yakuba.portal.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jakarta.json.Json;
import jp.yakuba.application.api.Choice;
import jp.yakuba.application.api.Condition;
import jp.yakuba.application.api.Text;
import jp.yakuba.application.model.form.Paths;
import jp.yakuba.application.model.form.ShippedForms;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("手続ガイド")
class GuideTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # a family with everything
            moving-in | from=domestic;children=under18,pupil;publicServant=no;insurance=yes;water=yes;dog=yes;seal=yes | move-in national-health-insurance child-allowance school-transfer water-start dog-change seal-registration
            # a single employee in a rented room
            moving-in | from=domestic;children=none;insurance=no;water=no;dog=no;seal=no | move-in
            # pupils are children too
            moving-in | from=abroad;children=pupil;publicServant=no;insurance=no;water=yes;dog=no;seal=no | move-in child-allowance school-transfer water-start
            # public servants claim at work
            moving-in | from=domestic;children=under18;publicServant=yes;insurance=no;water=no;dog=no;seal=no | move-in
            # an answer to a question that is not asked does not count
            moving-in | from=domestic;children=none;publicServant=no;insurance=no;water=no;dog=no;seal=yes | move-in seal-registration
            birth | notified=yes;allowance=yes;insurance=nhi;mother=yes;grant=no | child-allowance-change infant-medical nhi-birth birth-lump-sum pregnancy-support newborn-visit
            birth | notified=no;allowance=no;insurance=work;mother=no;grant=yes | birth-notification child-allowance-birth infant-medical newborn-visit
            birth | notified=yes;allowance=public;insurance=work;mother=no;grant=yes | infant-medical newborn-visit
            bereavement | notified=no;insurance=late;age=yes;pension=yes;head=yes;assets=property,farmland,water | death-notification cremation-permit late-elderly-funeral care-card-return survivor-pension household-change heir-representative farmland-inheritance water-name
            bereavement | notified=yes;insurance=work;age=no;pension=no;head=no;assets=none |
            moving-out | to=domestic;allowance=yes;water=yes;moped=no;waste=yes | moving-out child-allowance-end water-stop bulky-waste
            marriage | move=no;household=yes;insurance=no;seal=yes | marriage-notification household-change seal-cancel
            marriage | move=in;insurance=no;seal=no | marriage-notification move-in
            retirement | insurance=nhi;age=yes;spousePension=no;hardship=yes | national-health-insurance national-pension-join pension-exemption
            retirement | insurance=keep;age=no |
            retirement | insurance=family;age=yes;spousePension=yes |
            """)
    @DisplayName("答えから、その世帯にいる手続だけが出る")
    void endsInExactlyTheProceduresNeeded(String code, String answers, String procedures) {
        var guide = guide(code);

        assertThat(guide.next(answers(answers))).isNull();
        assertThat(guide.procedures(answers(answers))).containsExactlyElementsOf(words(procedures));
    }

    @ParameterizedTest(name = "{0} → {1}, {2} of {3}")
    @CsvSource(delimiter = '|', textBlock = """
            from=domestic                                    | children       | 2 | 7
            from=domestic;children=none                      | insurance      | 3 | 6
            from=domestic;children=under18                   | publicServant  | 3 | 7
            from=domestic;children=under18;publicServant=no  | insurance      | 4 | 7
            # not one of the choices: asked again
            from=mars                                        | from           | 1 | 7
            # two answers where one is wanted
            from=domestic,abroad                             | from           | 1 | 7
            """)
    @DisplayName("次の問いは、前の答えで決まる")
    void asksWhatMattersNext(String answers, String question, int number, int atMost) {
        var guide = guide("moving-in");

        assertThat(guide.next(answers(answers)).id()).isEqualTo(question);
        assertThat(guide.counted(answers(answers)).size() + 1).isEqualTo(number);
        assertThat(guide.atMost(answers(answers))).isEqualTo(atMost);
    }

    @Test
    @DisplayName("分かったことは様式に渡し、二度たずねない")
    void handsFactsToTheForms() {
        assertThat(guide("moving-in").facts(answers("from=abroad;children=none;insurance=no;water=no;dog=no;seal=no")))
                .containsExactly(Map.entry("move.from", "abroad"));
        assertThat(guide("bereavement").facts(answers("notified=yes;insurance=work;age=no;pension=no;head=no;assets=water")))
                .containsEntry("water-name.reason", "death");
    }

    @ParameterizedTest
    @ValueSource(strings = {"moving-in", "birth", "bereavement", "moving-out", "marriage", "retirement"})
    @DisplayName("どのガイドも三つの言葉がそろい、手続・事実・条件が実在する")
    void everyGuideFitsTheCatalogue(String code) {
        var guide = guide(code);
        var ids = guide.questions().stream().map(Guide.Question::id).toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ShippedForms.codes()).containsAll(guide.rules().stream().map(Guide.Rule::procedure).toList());
        assertThat(texts(guide)).allSatisfy(text -> {
            assertThat(text.easy()).isNotBlank();
            assertThat(text.en()).isNotBlank();
        });
        assertThat(conditions(guide)).allSatisfy(condition -> {
            assertThat(ids).contains(condition.path());
            assertThat(choices(guide, condition.path())).containsAll(condition.in());
        });
        assertThat(guide.facts()).allSatisfy(fact -> assertThat(askedPaths(guide)).contains(fact.path()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"moving-in", "birth", "bereavement", "moving-out", "marriage", "retirement"})
    @DisplayName("どう答えても、問いは終わる")
    void everyPathEnds(String code) {
        walk(guide(code), Map.of(), 0);
    }

    private static void walk(Guide guide, Map<String, String> answers, int depth) {
        assertThat(depth).isLessThanOrEqualTo(guide.questions().size());
        var question = guide.next(answers);
        if (question == null) {
            return;
        }
        assertThat(guide.atMost(answers)).isGreaterThan(depth);
        for (var choice : question.choices()) {
            var further = new LinkedHashMap<>(answers);
            further.put(question.id(), choice.value());
            walk(guide, further, depth + 1);
        }
    }

    private static List<String> askedPaths(Guide guide) {
        return guide.rules().stream()
                .map(Guide.Rule::procedure)
                .filter(code -> ShippedForms.procedure(code).containsKey("form"))
                .flatMap(code -> Paths.keptBy(ShippedForms.form(code)).stream())
                .toList();
    }

    private static List<String> choices(Guide guide, String question) {
        return guide.questions().stream()
                .filter(candidate -> candidate.id().equals(question))
                .flatMap(candidate -> candidate.choices().stream())
                .map(Choice::value)
                .toList();
    }

    private static List<Condition> conditions(Guide guide) {
        return Stream.of(
                        guide.questions().stream().map(Guide.Question::when), guide.rules().stream().map(Guide.Rule::when),
                        guide.facts().stream().map(Guide.Fact::when))
                .flatMap(stream -> stream)
                .filter(condition -> condition != null)
                .flatMap(condition -> Stream.concat(Stream.of(condition), condition.all().stream()))
                .toList();
    }

    private static List<Text> texts(Guide guide) {
        var questions = guide.questions().stream().flatMap(question -> Stream.concat(
                Stream.of(question.text(), question.hint()), question.choices().stream().map(Choice::label)));
        return Stream.concat(Stream.of(guide.name(), guide.summary()), questions).filter(text -> text != null).toList();
    }

    private static Guide guide(String code) {
        return GuideJson.read(Json.createReader(GuideTest.class.getResourceAsStream("/guides/" + code + ".json")).readObject());
    }

    private static Map<String, String> answers(String words) {
        return Arrays.stream(words.split(";"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, second) -> second, LinkedHashMap::new));
    }

    private static List<String> words(String words) {
        return words == null ? List.of() : List.of(words.strip().split(" "));
    }
}
