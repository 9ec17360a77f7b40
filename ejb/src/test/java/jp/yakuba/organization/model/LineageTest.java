package jp.yakuba.organization.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("課と職の承継")
class LineageTest {
    private static final LocalDate FIRST = LocalDate.of(2027, 4, 1);
    private static final LocalDate SECOND = LocalDate.of(2028, 4, 1);

    /** a and b become c; a year later c is divided into d, mainly, and e. */
    private final Lineage lineage = new Lineage(List.of(
            new Lineage.Step("a", "c", FIRST, true), new Lineage.Step("b", "c", FIRST, true),
            new Lineage.Step("c", "e", SECOND, false), new Lineage.Step("c", "d", SECOND, true)));

    @ParameterizedTest(name = "{1}に{0}を引き継いでいるのは{2}")
    @DisplayName("統合と分割を日ごとに追う。主に引き継ぐ課が先")
    @CsvSource(textBlock = """
            a, 2027-03-31, a
            a, 2027-04-01, c
            b, 2028-03-31, c
            b, 2028-04-01, d e
            c, 2028-04-01, d e
            d, 2026-04-01, d
            x, 2030-04-01, x
            """)
    void followsMergersAndDivisions(String section, LocalDate on, String heirs) {
        assertThat(lineage.successorsOf(section, on)).containsExactly(heirs.split(" "));
        assertThat(lineage.successorOf(section, on)).isEqualTo(heirs.split(" ")[0]);
    }

    @ParameterizedTest(name = "{1}の{0}の前身は{2}")
    @DisplayName("前身は近いものから")
    @CsvSource(textBlock = """
            c, 2027-03-31, ''
            c, 2027-04-01, a b
            d, 2028-04-01, c a b
            e, 2028-04-01, c a b
            d, 2028-03-31, ''
            """)
    void tracesAncestors(String section, LocalDate on, String ancestors) {
        assertThat(String.join(" ", lineage.ancestorsOf(section, on))).isEqualTo(ancestors);
    }

    @Test
    @DisplayName("表が壊れて輪になっても、終わる")
    void aCircleInTheTablesEnds() {
        var circle = new Lineage(List.of(
                new Lineage.Step("a", "b", FIRST, true), new Lineage.Step("b", "a", FIRST, true),
                new Lineage.Step("a", "b", SECOND, true)));

        assertThat(circle.successorsOf("a", SECOND)).isNotEmpty();
        assertThat(circle.ancestorsOf("a", SECOND)).contains("b");
    }
}
