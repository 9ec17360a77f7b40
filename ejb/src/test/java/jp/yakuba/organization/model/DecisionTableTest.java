package jp.yakuba.organization.model;

import static jp.yakuba.organization.ChartFixture.REFORM;
import static jp.yakuba.organization.ChartFixture.aSmallTownHall;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Collectors;
import jp.yakuba.organization.api.DecisionClass;
import jp.yakuba.organization.api.DecisionRuleView;
import jp.yakuba.organization.api.PostView;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("専決の表")
class DecisionTableTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    private final Chart chart = aSmallTownHall();

    @ParameterizedTest(name = "{0} {1}円 {2} {3} → {4}")
    @DisplayName("金額と日によって決裁者と決裁区分が変わる")
    @CsvSource(textBlock = """
            spending, 50000,  ledger, 2026-11-27, ledger-head,     TEI
            spending, 50001,  ledger, 2026-11-27, residents-chief, HEI
            spending, 500000, ledger, 2028-03-31, residents-chief, HEI
            # from 1 April 2028 the deputy decides up to the same amount
            spending, 500000, ledger, 2028-04-01, office-deputy,   OTSU
            spending, 500001, ledger, 2028-04-01, mayor,           KO
            honours,  0,      ledger, 2026-11-27, mayor,           KO
            """)
    void amountAndDateChooseTheDecider(
            String matter, long amount, String section, LocalDate on, String decider, DecisionClass decisionClass) {
        var rule = chart.ruleFor(matter, amount, section, on);
        assertThat(rule.posts()).last().extracting(PostView::code).isEqualTo(decider);
        assertThat(rule.decisionClass()).isEqualTo(decisionClass);
    }

    @Test
    @DisplayName("ラインの職が下から順に、次に合議先が段ごとに、最後に決裁者。二度は聞かない")
    void theWholeLineThenConsultsThenTheDecider() {
        var rule = chart.ruleFor("plan", 0, "ledger", TODAY);
        assertThat(stages(rule)).isEqualTo("ledger-head | residents-chief | office-deputy | treasurer welfare-chief | mayor");
        assertThat(rule.proxyExcluded()).isTrue();
        assertThat(rule.editable()).isTrue();
    }

    @Test
    @DisplayName("線にその職がない課からは、課長から始まる。自課の長は合議先にならない")
    void aSectionWithoutAHeadStartsAtItsChief() {
        assertThat(stages(chart.ruleFor("plan", 0, "welfare", TODAY)))
                .isEqualTo("welfare-chief | office-deputy | treasurer | residents-chief | mayor");
    }

    @Test
    @DisplayName("なくなった、まだない合議先は、黙って消えず、持ち主のない職として返る")
    void aSectionThatIsNotThereIsNotForgotten() {
        assertThat(chart.ruleFor("plan", 0, "ledger", TODAY).informed()).singleElement().satisfies(stop -> {
            assertThat(stop.post().title()).isEqualTo("digital");
            assertThat(stop.post().staffId()).isNull();
        });
    }

    @ParameterizedTest(name = "{0} {1} → {2}")
    @DisplayName("代決順位: 表の行は日付どおり、行のない職は課の次の職、なければ同じ職と上の職")
    @CsvSource(textBlock = """
            residents-chief, 2026-11-27, welfare-chief
            residents-chief, 2027-04-01, ledger-head welfare-chief
            mayor,           2026-11-27, office-deputy treasurer residents-chief welfare-chief
            ledger-head,     2026-11-27, residents-chief office-deputy mayor
            welfare-chief,   2026-11-27, office-deputy mayor
            nobody,          2026-11-27, ''
            """)
    void standInsByDate(String post, LocalDate on, String order) {
        var codes = chart.standInsFor(post, on).stream().map(PostView::code).collect(Collectors.joining(" "));
        assertThat(codes).isEqualTo(order);
    }

    @Test
    @DisplayName("一つ上の職")
    void thePostAbove() {
        assertThat(chart.postAbove("ledger-clerk", TODAY)).map(PostView::code).contains("ledger-head");
        assertThat(chart.postAbove("ledger-head", TODAY)).map(PostView::code).contains("residents-chief");
        assertThat(chart.postAbove("residents-chief", TODAY)).map(PostView::code).contains("office-deputy");
        assertThat(chart.postAbove("mayor", REFORM)).isEmpty();
    }

    private static String stages(DecisionRuleView rule) {
        return rule.stages().stream()
                .map(stage -> stage.stream().map(stop -> stop.post().code()).collect(Collectors.joining(" ")))
                .collect(Collectors.joining(" | "));
    }
}
