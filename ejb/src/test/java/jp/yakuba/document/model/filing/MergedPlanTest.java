package jp.yakuba.document.model.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("統合された課の基準表")
class MergedPlanTest {
    private final MergedPlan plan = new MergedPlan();

    @BeforeEach
    void aPlanIsThere() {
        plan.has("A", "総務");
        plan.has("A-01", "庶務");
        plan.has("A-01-01", "庶務一般");
        plan.has("B", "税務");
        plan.has("A-01-01", 1, Set.of("*", "spending"));
    }

    @ParameterizedTest(name = "{0} {1} → {2}")
    @DisplayName("同じ名の分類に入り、なければ自分の符号、それもなければ次の空きに入る。下の分類は上について行く")
    @CsvSource(textBlock = """
            A, 総務, A
            C, 税務, B
            C, 農林, C
            B, 農林, C
            A, 議会, C
            """)
    void findsAPlace(String code, String name, String place) {
        assertThat(plan.placeOf("fire", code, name)).isEqualTo(place);
    }

    @Test
    @DisplayName("下の分類は、上の分類が移った先に続く")
    void thoseBelowGoAlong() {
        assertThat(plan.placeOf("fire", "B", "消防")).isEqualTo("C");
        assertThat(plan.placeOf("fire", "B-01", "火災")).isEqualTo("C-01");
        assertThat(plan.placeOf("fire", "B-01-01", "出動")).isEqualTo("C-01-01");
        assertThat(plan.placeOf("fire", "B-01-02", "出動")).isEqualTo("C-01-01");
        assertThat(plan.placeOf("water", "B", "水道")).isEqualTo("D");
        assertThat(plan.movedTo("fire", "B-01-01")).isEqualTo("C-01-01");
        assertThat(plan.movedTo("water", "A-01")).isEqualTo("A-01");
    }

    @Test
    @DisplayName("ファイルは自分の番号、なければ最後の次。二つの課の文書が一つのファイルに混ざることはない")
    void filesKeepApart() {
        assertThat(plan.numberFor("A-01-01", 1)).isEqualTo(2);
        assertThat(plan.numberFor("A-01-01", 7)).isEqualTo(7);
        assertThat(plan.numberFor("A-01-01", 7)).isEqualTo(8);
        assertThat(plan.numberFor("C-01-01", 3)).isEqualTo(3);
    }

    @Test
    @DisplayName("自動編てつの事項は、前からのファイルに残る")
    void mattersStayWhereTheyWere() {
        assertThat(plan.mattersFor(Set.of("*", "fire"))).containsExactly("fire");
        assertThat(plan.mattersFor(Set.of("fire"))).isEmpty();
    }
}
