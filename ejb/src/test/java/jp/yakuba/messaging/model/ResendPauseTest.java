package jp.yakuba.messaging.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("再送までの間")
class ResendPauseTest {
    @ParameterizedTest(name = "{0}回目の後 → {1}分")
    @CsvSource({"1, 1", "2, 2", "3, 4", "4, 8", "5, 16", "6, 32", "7, 60", "8, 60", "200, 60"})
    @DisplayName("1、2、4…と延び、60分で止まる")
    void growsToAnHour(int attempt, long minutes) {
        assertThat(ResendPause.after(attempt)).isEqualTo(Duration.ofMinutes(minutes));
    }

    @Test
    @DisplayName("回数は1から数える")
    void countsFromOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> ResendPause.after(0));
    }
}
