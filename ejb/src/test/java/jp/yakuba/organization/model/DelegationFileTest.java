package jp.yakuba.organization.model;

import static jp.yakuba.organization.ChartFixture.aSmallTownHall;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.yakuba.organization.api.DecisionClass;
import jp.yakuba.organization.api.DelegationFault;
import jp.yakuba.organization.api.DelegationLine;
import jp.yakuba.organization.api.DelegationTerms;
import jp.yakuba.organization.api.DelegationTerms.Beside;
import jp.yakuba.organization.api.RuleStop;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("専決の表のファイル")
class DelegationFileTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private static final String HEAD = String.join(",", DelegationFile.COLUMNS) + "\r\n";
    private static final DelegationTerms PLAN = new DelegationTerms(
            "plan", "計画, 方針の\"策定\"", 5_000_000L, null, 60, 20, null, true, true, DecisionClass.OTSU, "第6条", "専決規程",
            List.of(new Beside(1, RuleStop.Kind.CONSULT, null, "welfare"), new Beside(1, RuleStop.Kind.CONSULT, "treasurer", null),
                    new Beside(2, RuleStop.Kind.CONSULT, "residents-chief", null), new Beside(1, RuleStop.Kind.INFORM, "mayor", null)));
    private static final DelegationTerms CERTIFICATE = new DelegationTerms(
            "certificate", "証明", null, null, null, null, "ledger-head", false, false, null, null, "専決規程", List.of());

    private final DelegationCheck check = new DelegationCheck(aSmallTownHall(), TODAY);

    @Test
    @DisplayName("書いたものを読むと同じ表になる")
    void whatIsWrittenIsReadAgain() {
        var table = List.of(PLAN, CERTIFICATE);
        var read = DelegationFile.read('\uFEFF' + DelegationFile.write(table));
        assertThat(read.faults(check)).isEmpty();
        assertThat(read.lines()).isEqualTo(table);
    }

    @Test
    @DisplayName("表計算が数式と取る欄には印が付き、読むと元に戻る")
    void formulasAreDisarmedAndComeBack() {
        var rows = List.of(List.of("plan", "=1+1", "+81", "-5", "@sum", "'普通", "普通"));
        var file = CsvRows.write(rows);
        assertThat(file).contains("'=1+1", "'+81", "'-5", "'@sum", ",'普通,普通");
        assertThat(CsvRows.of(file)).singleElement().satisfies(row -> assertThat(row.values()).isEqualTo(rows.get(0)));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @DisplayName("誤りは行と値で名指しされる")
    @CsvSource(delimiter = ';', textBlock = """
            Plan,計画,,,,40,,false,false,,,規程,,                ; MATTER_UNREADABLE Plan
            plan,,,,,40,,false,false,,,規程,,                    ; NAME_MISSING plan
            plan,計画,,,,40,,false,false,,,,,                    ; SOURCE_MISSING plan
            plan,計画,五万円,,,40,,false,false,,,規程,,          ; AMOUNT_UNREADABLE 五万円
            plan,計画,,,,課長,,false,false,,,規程,,              ; RANK_UNREADABLE 課長
            plan,計画,,,5,40,,false,false,,,規程,,               ; RANK_UNREADABLE 5
            plan,計画,,,,,,false,false,,,規程,,                  ; DECIDER_UNCLEAR plan
            plan,計画,,,,40,mayor,false,false,,,規程,,           ; DECIDER_UNCLEAR plan
            plan,計画,,,,,minister,false,false,,,規程,,          ; POST_UNKNOWN minister
            plan,計画,,,,40,,はい,false,,,規程,,                 ; FLAG_UNREADABLE はい
            plan,計画,,,,40,,false,false,甲,,規程,,              ; CLASS_UNKNOWN 甲
            plan,計画,,,,40,,false,false,,,規程,総務課,          ; BESIDE_UNREADABLE 総務課
            plan,計画,,,,40,,false,false,,,規程,section:digital, ; SECTION_UNKNOWN digital
            plan,計画,,,,40,,false,false,,,規程,,post:nobody     ; POST_UNKNOWN nobody
            plan,計画,,,,40,,false,false                         ; COLUMNS_WRONG 9
            """)
    void faultsAreNamed(String line, String fault) {
        var good = DelegationFile.write(List.of(CERTIFICATE));
        assertThat(DelegationFile.read(good + line).faults(check)).singleElement().satisfies(found -> {
            assertThat(found.line()).isEqualTo(3);
            assertThat(found.kind() + " " + found.value()).isEqualTo(fault);
        });
    }

    @Test
    @DisplayName("同じ事項と金額は二度書けない。引用符の中の改行も行に数える")
    void theSameMatterOnlyOnce() {
        var line = "plan,\"計画\nの策定\",,,,40,,false,false,,,規程,,\n";
        assertThat(DelegationFile.read(HEAD + line + "\n" + line).faults(check)).singleElement().satisfies(fault -> {
            assertThat(fault.kind()).isEqualTo(DelegationFault.Kind.TWICE);
            assertThat(fault.line()).isEqualTo(5);
        });
        assertThat(DelegationFile.read("").faults(check)).extracting(DelegationFault::kind)
                .containsExactly(DelegationFault.Kind.COLUMNS_WRONG);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("引用符が乱れていても、読めないことはなく、誤りとして行が示される")
    @ValueSource(strings = {"plan,\"計画\"の,,,,40,,はい,false,,,規程,,", "plan,計\"画,,,,40,,はい,false,,,規程,,", "plan,\"計画,,,,40"})
    void quotesAstrayAreFaultsOfTheirLine(String line) {
        assertThat(DelegationFile.read(HEAD + line).faults(check)).isNotEmpty()
                .allSatisfy(fault -> assertThat(fault.line()).isEqualTo(2));
    }

    @Test
    @DisplayName("表との違い: 増えた行、変わった行、なくなった行、同じ行")
    void theDifferenceIsCounted() {
        var changed = new DelegationTerms("plan", "計画", 5_000_000L, null, 60, 20, null, true, true, null, null, "専決規程", List.of());
        var difference = new TableDifference(List.of(line(PLAN), line(CERTIFICATE)), List.of(changed, unlimited()));
        assertThat(difference.summary()).satisfies(sum -> {
            assertThat(sum.added()).isEqualTo(1);
            assertThat(sum.changed()).isEqualTo(1);
            assertThat(sum.ended()).isEqualTo(1);
            assertThat(sum.unchanged()).isZero();
        });
        assertThat(new TableDifference(List.of(line(PLAN)), List.of(PLAN)).summary().unchanged()).isEqualTo(1);
    }

    private static DelegationTerms unlimited() {
        return new DelegationTerms("plan", "計画", null, null, 60, 10, null, true, true, null, null, "専決規程", List.of());
    }

    private static DelegationLine line(DelegationTerms terms) {
        return new DelegationLine(UUID.randomUUID(), terms, TODAY, null);
    }
}
