package jp.yakuba.exchange.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("長期の証拠を更新する時")
class KeptProofTest {
    private static final Instant MADE = Instant.parse("2026-11-28T00:00:00Z");
    private static final Duration BEFORE = Duration.ofDays(180);

    private static Instant renewal(int days) {
        return KeptProof.renewal(MADE, MADE.plus(Duration.ofDays(days)), BEFORE);
    }

    @Test
    @DisplayName("タイムスタンプの証明書が終わる前、ただし半ばより前ではなく、もう終わっていれば一か月後")
    void itIsRenewedInTime() {
        assertThat(renewal(3650)).isEqualTo(MADE.plus(Duration.ofDays(3470)));
        assertThat(renewal(200)).isEqualTo(MADE.plus(Duration.ofDays(100)));
        assertThat(renewal(-5)).isEqualTo(MADE.plus(Duration.ofDays(30)));
        assertThat(renewal(0)).isEqualTo(MADE.plus(Duration.ofDays(30)));
    }
}
