package jp.yakuba.document.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("文書記号番号")
class RecordNumberTest {

    @Test
    @DisplayName("施行は「芽住第12号」、収受は「芽住収第12号」")
    void isWrittenWithLettersAndPlace() {
        assertThat(new RecordNumber(Direction.OUT, "residents", "芽住", 2026, 12).words()).isEqualTo("芽住第12号");
        assertThat(new RecordNumber(Direction.IN, "residents", "芽住", 2026, 12).words()).isEqualTo("芽住収第12号");
    }

    @ParameterizedTest(name = "{0} → {1}年度")
    @DisplayName("年度は四月一日に始まる")
    @CsvSource({"2026-03-31, 2025", "2026-04-01, 2026", "2026-12-31, 2026", "2027-01-01, 2026"})
    void seriesBeginsAgainWithTheFiscalYear(LocalDate day, int year) {
        assertThat(RecordNumber.fiscalYearOf(day)).isEqualTo(year);
    }

    @Test
    @DisplayName("零号はない")
    void thereIsNoNumberZero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RecordNumber(Direction.OUT, "residents", "芽住", 2026, 0));
    }
}
