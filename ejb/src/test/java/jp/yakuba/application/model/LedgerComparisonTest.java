package jp.yakuba.application.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import jp.yakuba.application.api.ExaminationView.Comparison;
import jp.yakuba.application.model.LedgerComparison.LedgerFacts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("台帳との照合")
class LedgerComparisonTest {
    private static final LedgerFacts LEDGER = new LedgerFacts(
            "髙橋　太郎", "タカハシ　タロウ", "1988-04-01", "1", "北海道河西郡芽室町東四条3丁目5番地2");

    @ParameterizedTest(name = "{0} → {1}")
    @DisplayName("字形の違いは「異体字」、別の名は「違う」")
    @CsvSource({
        "髙橋　太郎, SAME",
        "髙橋太郎, SAME",
        "高橋 太郎, VARIANT",
        "髙\uDB40\uDD00橋　太郎, VARIANT",
        "高橋　次郎, DIFFERENT"
    })
    void namesAreComparedByShapeAndByFolding(String answer, String verdict) {
        assertThat(verdicts(Map.of("applicant.name", answer), LEDGER)).containsExactly(Map.entry("applicant.name", verdict));
    }

    @Test
    @DisplayName("住所は書き方の違いを越えて比べる")
    void addressesAreComparedBeyondTheirWriting() {
        var answers = Map.of("applicant.address.place", "芽室町東四条", "applicant.address.lot", "３丁目５－２");
        assertThat(verdicts(answers, LEDGER)).containsEntry("applicant.address", "SAME");
        var other = Map.of("applicant.address.place", "芽室町西四条", "applicant.address.lot", "３丁目５－２");
        assertThat(verdicts(other, LEDGER)).containsEntry("applicant.address", "DIFFERENT");
    }

    @Test
    @DisplayName("保護された住所とは比べない")
    void protectedAddressIsNotCompared() {
        var answers = Map.of("applicant.sex", "2", "applicant.address.place", "芽室町東四条");
        var hidden = new LedgerFacts("髙橋　太郎", "タカハシ　タロウ", "1988-04-01", "1", null);
        assertThat(verdicts(answers, hidden)).containsExactly(Map.entry("applicant.sex", "DIFFERENT"));
    }

    @Test
    @DisplayName("台帳にまだいない人は、そうと示す")
    void personNotInTheLedgerIsSaidSo() {
        assertThat(verdicts(Map.of("applicant.name", "髙橋　太郎", "applicant.birthDate", "1988-04-01"), null))
                .containsEntry("applicant.name", "NOT_IN_LEDGER")
                .containsEntry("applicant.birthDate", "NOT_IN_LEDGER");
    }

    @Test
    @DisplayName("生年月日と性別は、職員が読むことばで並べる")
    void dayAndSexAreInWords() {
        var compared = LedgerComparison.of(Map.of("applicant.birthDate", "1990-01-01", "applicant.sex", "2"), LEDGER);
        assertThat(compared).extracting(Comparison::answer).containsExactly("平成2年1月1日", "女");
        assertThat(compared).extracting(Comparison::ledger).containsExactly("昭和63年4月1日", "男");
    }

    private static Map<String, String> verdicts(Map<String, String> answers, LedgerFacts ledger) {
        return LedgerComparison.of(answers, ledger).stream()
                .collect(Collectors.toMap(Comparison::path, Comparison::verdict));
    }
}
