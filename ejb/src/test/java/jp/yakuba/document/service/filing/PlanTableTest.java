package jp.yakuba.document.service.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.yakuba.application.service.ShippedProcedures;
import jp.yakuba.document.api.PlanImport.Fault;
import jp.yakuba.document.model.filing.Dossier;
import jp.yakuba.document.model.filing.PlanRow;
import jp.yakuba.kernel.FiscalYear;
import jp.yakuba.organization.api.TownWords;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("ファイル基準表の表")
class PlanTableTest {
    private static final String HEADS = "年度,課コード,分類コード,大分類,中分類,小分類,番号,ファイル名,保存期間,常用後の保存期間,根拠,媒体,公開区分,非公開の条項,時限,自動編てつ\n";
    private static final String GOOD = "2026,general,A-01-02,総務,庶務,通知,3,照会・回答綴,5年,,規程別表,電子,公開,,,dog-change *\n";
    private final PlanTable table = new PlanTable();

    @Test
    @DisplayName("一行を読む。幅の違う字で書いても同じ")
    void readsALine() {
        var wide = GOOD.replace("5年", "５年").replace(",3,", ",３,").replace("A-01-02", "Ａ－01－02");

        var read = table.read(new StringReader("\uFEFF" + HEADS + wide));

        assertThat(read.faults()).isEmpty();
        assertThat(read.rows()).singleElement().satisfies(row -> {
            assertThat(row.facts().code()).isEqualTo("A-01-02-003");
            assertThat(row.facts().matters()).containsExactlyInAnyOrder("dog-change", "*");
            assertThat(row.classes()).isEqualTo(Map.of("A", "総務", "A-01", "庶務", "A-01-02", "通知"));
        });
    }

    @ParameterizedTest(name = "{0} を {1} と書くと {2}: {3}")
    @DisplayName("誤りは行と列で名指しされ、正しい行とは混ざらない")
    @CsvSource(textBlock = """
            2026,      令和8年, 年度, number
            A-01-02,   A-1-2, 分類コード, class-code
            A-01-02,   A-01, 分類コード, class-code
            ',3,',     ',0,', 番号, number
            ',3,',     ',1000,', 番号, number
            5年,       7年, 保存期間, word
            5年,       常用, 常用後の保存期間, after-use-missing
            ',5年,,',  ',5年,3年,', 常用後の保存期間, after-use-strange
            電子,      石板, 媒体, word
            ',公開,',  ',非公開,', 非公開の条項, clause-missing
            ',公開,,,', ',部分公開,7条2号,来年,', 時限, day
            照会・回答綴, '', ファイル名, empty
            規程別表,  ' ', 根拠, empty
            """)
    void faultsAreNamedByLineAndColumn(String right, String wrong, String column, String reason) {
        var read = table.read(new StringReader(HEADS + GOOD + GOOD.replace(",3,照会", ",4,照会").replace(right.equals(",3,") ? ",4," : right, wrong)));

        assertThat(read.faults()).extracting(Fault::line, Fault::column, Fault::reason)
                .contains(org.assertj.core.groups.Tuple.tuple(3L, column, reason));
        assertThat(read.faults()).allMatch(fault -> fault.line() == 3);
    }

    @Test
    @DisplayName("同じ番号の二行と、同じ分類の二つの名を見つける")
    void faultsBetweenLinesAreFound() {
        var read = table.read(new StringReader(HEADS + GOOD + GOOD + GOOD.replace(",3,照会", ",4,照会").replace("庶務", "庶務係")));

        assertThat(read.faults()).extracting(Fault::line, Fault::reason).containsExactly(
                org.assertj.core.groups.Tuple.tuple(3L, "double"), org.assertj.core.groups.Tuple.tuple(4L, "class-name-differs"));
    }

    @Test
    @DisplayName("見出しが足りない表は、足りない見出しを挙げる")
    void missingHeadsAreNamed() {
        assertThat(table.read(new StringReader("年度,課コード\n2026,general\n")).faults())
                .extracting(Fault::column).contains("分類コード", "ファイル名", "保存期間", "根拠");
        assertThat(table.read(new StringReader("")).faults()).isNotEmpty();
        assertThat(table.read(new StringReader("\"閉じない")).faults()).isNotEmpty();
    }

    @Test
    @DisplayName("書き出した表を読み込むと同じものになり、式のような名は式にならない")
    void whatIsWrittenIsReadBack() {
        var row = table.read(new StringReader(HEADS + GOOD.replace("照会・回答綴", "=1+1の綴"))).rows().get(0);
        var out = new StringWriter();

        table.write(List.of(Dossier.open("general", new FiscalYear(2026), row.facts()).view(0, 0)),
                Map.of("general 2026 A", "総務", "general 2026 A-01", "庶務", "general 2026 A-01-02", "通知"),
                Map.of("general", "総務課"), out);

        assertThat(out.toString()).contains("'=1+1の綴").contains(",2032");
        var again = table.read(new StringReader(out.toString()));
        assertThat(again.faults()).isEmpty();
        assertThat(again.rows()).extracting(PlanRow::facts).containsExactly(row.facts());
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("二つの見本の町の基準表に誤りがなく、どの手続の文書も入るファイルがある")
    @ValueSource(strings = {"016373", "132209"})
    void everySampleTownHasAPlan(String town) throws IOException {
        try (var csv = PlanTableTest.class.getResourceAsStream("/town/" + town + "/filing-plan.csv")) {
            var read = table.read(new InputStreamReader(csv, StandardCharsets.UTF_8));

            assertThat(read.faults()).isEmpty();
            assertThat(read.rows()).hasSizeGreaterThan(300);
            var taken = read.rows().stream()
                    .flatMap(row -> row.facts().matters().stream().map(matter -> row.section() + ' ' + matter))
                    .toList();
            assertThat(taken).doesNotHaveDuplicates();
            Set<String> sections = read.rows().stream().map(PlanRow::section).collect(Collectors.toSet());
            assertThat(taken).containsAll(sections.stream().map(section -> section + " *").toList());
            assertThat(ShippedProcedures.list(TownWords.USUAL)).filteredOn(shipped -> shipped.facts().online()).allSatisfy(shipped ->
                    assertThat(taken).contains(shipped.facts().section() + ' ' + shipped.facts().code()));
        }
    }
}
