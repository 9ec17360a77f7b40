package jp.yakuba.document.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import jp.yakuba.document.api.NumberLine;
import jp.yakuba.document.api.NumberSeries;
import jp.yakuba.document.model.dispatch.NumberBook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("発送の番号")
class OutgoingNumberTest {
    @ParameterizedTest(name = "{0} {1} → {2}")
    @DisplayName("文書の番号は年度、条例・規則・告示・訓令・公告・指令は暦年で数える")
    @CsvSource({
        "LETTER, 2026-04-01, 2026", "LETTER, 2027-03-31, 2026", "LETTER, 2027-04-01, 2027", "LETTER, 2026-12-31, 2026",
        "LETTER, 2027-01-01, 2026", "LETTER, 2019-04-30, 2019", "LETTER, 2019-05-01, 2019", "LETTER, 2019-03-31, 2018",
        "ORDINANCE, 2026-12-31, 2026", "ORDINANCE, 2027-01-01, 2027", "RULE, 2027-03-31, 2027", "NOTICE, 2027-04-01, 2027",
        "DIRECTIVE, 2026-01-01, 2026", "PUBLIC, 2026-03-31, 2026", "ORDER, 2019-05-01, 2019"})
    void theYearOfASeries(NumberSeries series, LocalDate day, int year) {
        assertThat(OutgoingNumber.yearOf(series, day)).isEqualTo(year);
    }

    @ParameterizedTest(name = "{4}")
    @DisplayName("番号の書き方")
    @CsvSource({
        "LETTER, 芽総, 123, 1, 芽総第123号", "LETTER, 総, 1, 1, 芽総第1号", "LETTER, 芽総, 123, 2, 芽総第123号の2", "LETTER, 芽住, 9, 11, 芽住第9号の11",
        "ORDINANCE, 芽総, 1, 1, 芽室町条例第1号", "RULE, 芽総, 3, 1, 芽室町規則第3号", "NOTICE, 芽建, 45, 1, 芽室町告示第45号",
        "DIRECTIVE, 芽総, 2, 1, 芽室町訓令第2号", "PUBLIC, 芽農, 7, 1, 芽室町公告第7号", "ORDER, 芽環, 1, 3, 芽室町指令第1号の3"})
    void theNumberInWords(NumberSeries series, String letter, long sequence, int branch, String words) {
        var letters = OutgoingNumber.lettersOf(series, "芽室町", "芽", letter);
        assertThat(new OutgoingNumber(series, "x", letters, 2026, sequence, branch).words()).isEqualTo(words);
    }

    @Test
    @DisplayName("番号は1から、枝番も1から始まる")
    void nothingIsBeforeOne() {
        assertThatThrownBy(() -> new OutgoingNumber(NumberSeries.LETTER, "x", "芽総", 2026, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OutgoingNumber(NumberSeries.LETTER, "x", "芽総", 2026, 1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("発番簿は新しい番号からで、文書も理由もない番号を名指しし、枝番は元の番号の後に並ぶ")
    void gapsAreNamed() {
        var used = List.of(line(1, 1, "USED"), line(4, 1, "USED"), line(1, 2, "USED"), line(6, 1, "USED"));
        var taken = List.of(line(2, 1, "MISSING"), line(4, 1, "USED"), line(7, 1, "TAKEN"));

        var book = NumberBook.of(new NumberBook.Part(NumberSeries.LETTER, "general", 2026, 0, 7), used, taken);

        assertThat(book).extracting(one -> one.sequence() + "-" + one.branch() + " " + one.state()).containsExactly(
                "7-1 TAKEN", "6-1 USED", "5-1 GAP", "4-1 USED", "3-1 GAP", "2-1 MISSING", "1-1 USED", "1-2 USED");
    }

    @Test
    @DisplayName("欠けのない簿に、欠けはない")
    void aWholeBookHasNoGap() {
        var used = LongStream.rangeClosed(1, 50).mapToObj(one -> line(one, 1, "USED")).toList();
        assertThat(NumberBook.of(new NumberBook.Part(NumberSeries.NOTICE, null, 2026, 0, 50), used, List.of())).hasSize(50).noneMatch(one -> one.state().equals("GAP"));
        assertThat(NumberBook.of(new NumberBook.Part(NumberSeries.NOTICE, null, 2026, 40, 40), List.of(), List.of())).isEmpty();
    }

    private static NumberLine line(long sequence, int branch, String state) {
        return new NumberLine(null, NumberSeries.LETTER, "general", 2026, sequence, branch, "", null, state, null, null, null, null);
    }
}
