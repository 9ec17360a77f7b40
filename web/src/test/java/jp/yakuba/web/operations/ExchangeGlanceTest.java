package jp.yakuba.web.operations;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import jp.yakuba.exchange.api.ExchangeState;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("稼働の問合せでの交換の様子")
class ExchangeGlanceTest {
    private static final Instant BEGIN = Instant.parse("2026-11-28T06:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(BEGIN);
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    @DisplayName("30秒のあいだは前に見た様子を答え、過ぎるか時計が戻れば見直す")
    void whatWasSeenIsKeptForHalfAMinute() {
        var glance = new ExchangeGlance(() -> new ExchangeState(true, 0, 0, asked.incrementAndGet()), now::get);
        assertThat(glance.state()).hasValueSatisfying(state -> assertThat(state.waiting()).isEqualTo(1));
        now.set(BEGIN.plusMillis(29_999));
        assertThat(glance.state()).hasValueSatisfying(state -> assertThat(state.waiting()).isEqualTo(1));
        now.set(BEGIN.plusSeconds(30));
        assertThat(glance.state()).hasValueSatisfying(state -> assertThat(state.waiting()).isEqualTo(2));
        now.set(BEGIN);
        assertThat(glance.state()).hasValueSatisfying(state -> assertThat(state.waiting()).isEqualTo(3));
    }

    @Test
    @DisplayName("聞けなかったことも同じあいだ覚え、聞けるようになれば様子を答える")
    void whatNobodySaysIsNoState() {
        var glance = new ExchangeGlance(() -> {
            if (asked.incrementAndGet() == 1) {
                throw new EJBException("no");
            }
            return new ExchangeState(true, 0, 0, 7);
        }, now::get);
        assertThat(glance.state()).isEmpty();
        assertThat(glance.state()).isEmpty();
        assertThat(asked).hasValue(1);
        now.set(BEGIN.plusSeconds(31));
        assertThat(glance.state()).hasValueSatisfying(state -> assertThat(state.waiting()).isEqualTo(7));
    }
}
