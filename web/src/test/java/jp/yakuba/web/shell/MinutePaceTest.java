package jp.yakuba.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("だれでも送れる重い様式の、1分の数と席の数")
class MinutePaceTest {
    private static final int MOST = 5;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-28T06:00:10Z"));
    private final AtomicInteger most = new AtomicInteger(MOST);
    private final MinutePace pace = new MinutePace(now::get, most::get);
    private final FewPlaces places = new FewPlaces(now::get);

    private long taken(String network, int times) {
        return IntStream.range(0, times).filter(one -> pace.step(network)).count();
    }

    @Test
    @DisplayName("一つの網からは決めた数まで。ほかの網は妨げられず、次の分には、どれだけ断られた後でも、また始められる")
    void eachNetworkHasItsOwnMinute() {
        assertThat(taken("192.0.2.1", 50)).isEqualTo(MOST);
        assertThat(taken("192.0.2.2", 1)).isEqualTo(1);
        now.set(Instant.parse("2026-11-28T06:00:59Z"));
        assertThat(taken("192.0.2.1", 50)).isZero();
        now.set(Instant.parse("2026-11-28T06:01:00Z"));
        assertThat(taken("192.0.2.1", 50)).isEqualTo(MOST);
        now.set(Instant.parse("2026-11-28T05:00:00Z"));
        assertThat(taken("192.0.2.1", 50)).as("a clock that was set back begins a new minute too").isEqualTo(MOST);
    }

    @Test
    @DisplayName("数を変えれば、次の分からその数になる")
    void theNumberIsAskedAnewEachMinute() {
        taken("192.0.2.1", 1);
        most.set(2 * MOST);
        assertThat(taken("192.0.2.1", 50)).isEqualTo(MOST - 1);
        now.set(Instant.parse("2026-11-28T06:01:00Z"));
        assertThat(taken("192.0.2.1", 50)).isEqualTo(2 * MOST);
    }

    @Test
    @DisplayName("IPv6では、同じ網の宛先はみな一人と数える")
    void aNetworkIsOne() {
        assertThat(MinutePace.network("2001:db8:1:2::1")).isEqualTo(MinutePace.network("2001:db8:1:2:ffff::9")).isNotEqualTo(MinutePace.network("2001:db8:1:3::1"));
        assertThat(MinutePace.network("192.0.2.1")).isEqualTo(MinutePace.network("::ffff:192.0.2.1")).isNotEqualTo(MinutePace.network("192.0.2.2"));
    }

    @Test
    @DisplayName("席は四つ。立てば次の人が座れ、立たない人の席も二分の後には空く。立った後の人は、ほかの人の席を空けない")
    void thereAreFewPlaces() {
        var four = IntStream.range(0, FewPlaces.AT_ONCE).mapToObj(one -> new Object()).toList();
        assertThat(four).allMatch(places::take);
        var next = new Object();
        assertThat(places.take(next)).isFalse();
        places.leave(next);
        assertThat(places.take(next)).isFalse();
        places.leave(four.get(0));
        assertThat(places.take(next)).isTrue();
        now.set(now.get().plus(FewPlaces.LONGEST).plusSeconds(1));
        var later = IntStream.range(0, FewPlaces.AT_ONCE).mapToObj(one -> new Object()).toList();
        assertThat(later).allMatch(places::take);
        four.forEach(places::leave);
        assertThat(places.take(new Object())).isFalse();
    }
}
