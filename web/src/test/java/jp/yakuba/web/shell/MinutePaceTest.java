package jp.yakuba.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("だれでも送れる重い様式の、1分の数")
class MinutePaceTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-28T06:00:10Z"));
    private final MinutePace pace = new MinutePace(now::get);

    @Test
    @DisplayName("一つの宛先からは決めた数まで。ほかの宛先は妨げられず、次の分にはまた始められる")
    void eachAddressHasItsOwnMinute() {
        assertThat(IntStream.range(0, MinutePace.MOST).allMatch(one -> pace.step("192.0.2.1"))).isTrue();
        assertThat(pace.step("192.0.2.1")).isFalse();
        assertThat(pace.step("192.0.2.2")).isTrue();
        now.set(Instant.parse("2026-11-28T06:00:59Z"));
        assertThat(pace.step("192.0.2.1")).isFalse();
        now.set(Instant.parse("2026-11-28T06:01:00Z"));
        assertThat(pace.step("192.0.2.1")).isTrue();
    }

    @Test
    @DisplayName("IPv6では、同じ網の宛先はみな一人と数える")
    void aNetworkIsOne() {
        assertThat(MinutePace.network("2001:db8:1:2::1")).isEqualTo(MinutePace.network("2001:db8:1:2:ffff::9")).isNotEqualTo(MinutePace.network("2001:db8:1:3::1"));
        assertThat(MinutePace.network("192.0.2.1")).isEqualTo(MinutePace.network("::ffff:192.0.2.1")).isNotEqualTo(MinutePace.network("192.0.2.2"));
    }
}
