package jp.yakuba.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.yakuba.application.api.ProcedureKind;
import jp.yakuba.application.api.ProcedureView;
import jp.yakuba.application.api.VisitRule;
import jp.yakuba.application.service.ShippedProcedures;
import jp.yakuba.organization.api.TownWords;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("手続の受け手")
class ProceduresHaveOfficesTest {
    @ParameterizedTest
    @DisplayName("どの手続にも課があり、そこに審査する職員がいる。届いたものがだれにも見えないことはない")
    @ValueSource(strings = {"016373", "132209"})
    void everyProcedureReachesSomebody(String town) {
        var staffed = sectionsOf(town, "examiner");

        assertThat(ShippedProcedures.list(TownWords.USUAL)).allSatisfy(shipped -> {
            var section = shipped.facts().section();
            assertThat(rows(town, "sections")).as(shipped.facts().code()).anySatisfy(row -> assertThat(row[0]).isEqualTo(section));
            if (shipped.facts().online()) {
                assertThat(staffed).as(shipped.facts().code()).contains(section);
            }
        });
    }

    @ParameterizedTest
    @DisplayName("来庁がいる手続は、その課に、来庁を終わらせてよい職員がいる")
    @ValueSource(strings = {"016373", "132209"})
    void everyVisitCanBeEnded(String town) {
        assertThat(ShippedProcedures.list(TownWords.USUAL)).filteredOn(shipped -> shipped.facts().visit() != VisitRule.NONE)
                .allSatisfy(shipped -> assertThat(sectionsOf(town, "ledger".equals(shipped.facts().coreSystem())
                        ? "registrar" : "examiner")).as(shipped.facts().code()).contains(shipped.facts().section()));
    }

    @ParameterizedTest
    @DisplayName("専決の表に、同じ名前の事項は二つなく、届出の事項はない")
    @ValueSource(strings = {"016373", "132209"})
    void theDelegationTableHasNoMatterTwice(String town) {
        var matters = rows(town, "delegations").stream().map(row -> List.of(row[0], row[1])).distinct().toList();
        var notified = ShippedProcedures.list(TownWords.USUAL).stream().map(shipped -> shipped.facts())
                .filter(facts -> facts.kind() == ProcedureKind.NOTIFICATION).map(ProcedureView::code).toList();

        assertThat(matters).extracting(matter -> matter.get(1)).doesNotHaveDuplicates();
        assertThat(matters).extracting(matter -> matter.get(0)).doesNotHaveDuplicates().doesNotContainAnyElementsOf(notified);
    }

    private static Set<String> sectionsOf(String town, String role) {
        var appointed = rows(town, "appointments").stream().map(row -> row[1]).collect(Collectors.toSet());
        var holders = rows(town, "post-roles").stream().filter(row -> row[1].equals(role)).map(row -> row[0])
                .filter(appointed::contains).collect(Collectors.toSet());
        return rows(town, "posts").stream().filter(row -> holders.contains(row[0])).map(row -> row[2])
                .collect(Collectors.toSet());
    }

    private static List<String[]> rows(String town, String table) {
        try (var in = ProceduresHaveOfficesTest.class.getResourceAsStream("/town/" + town + "/" + table + ".csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).map(line -> line.split(",", -1)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
