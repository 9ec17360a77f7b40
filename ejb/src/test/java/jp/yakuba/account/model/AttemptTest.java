package jp.yakuba.account.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("連続失敗の制限")
class AttemptTest {
    private static final Instant NOON = Instant.parse("2031-04-01T03:00:00Z");
    private static final AttemptRule RULE =
            new AttemptRule(3, Duration.ofMinutes(15), Duration.ofMinutes(5), Duration.ofMinutes(15));

    @Test
    @DisplayName("決まった回数までは閉じず、その回数で閉じる")
    void closesAtTheLastFailureAndNotBefore() {
        var attempt = new Attempt("account:1", NOON);
        fail(attempt, NOON, 2);
        assertThat(attempt.isLocked(NOON)).isFalse();

        fail(attempt, NOON, 1);

        assertThat(attempt.isLocked(NOON)).isTrue();
        assertThat(attempt.lockedUntil()).isEqualTo(NOON.plus(Duration.ofMinutes(5)));
    }

    @Test
    @DisplayName("時間がたてばまた開く")
    void opensAgain() {
        var attempt = new Attempt("account:1", NOON);
        fail(attempt, NOON, 3);

        assertThat(attempt.isLocked(NOON.plus(Duration.ofMinutes(5)))).isFalse();
    }

    @Test
    @DisplayName("閉じるたびに倍の長さになり、上限を超えない")
    void staysClosedTwiceAsLongEachTime() {
        var attempt = new Attempt("account:1", NOON);
        fail(attempt, NOON, 3);
        var second = NOON.plus(Duration.ofMinutes(6));
        fail(attempt, second, 3);
        assertThat(attempt.lockedUntil()).isEqualTo(second.plus(Duration.ofMinutes(10)));

        var third = second.plus(Duration.ofMinutes(11));
        fail(attempt, third, 3);

        assertThat(attempt.lockedUntil()).isEqualTo(third.plus(Duration.ofMinutes(15)));
    }

    @Test
    @DisplayName("間があいた失敗は続けて数えない")
    void forgetsFailuresOfLongAgo() {
        var attempt = new Attempt("account:1", NOON);
        fail(attempt, NOON, 2);
        var later = NOON.plus(Duration.ofMinutes(16));

        fail(attempt, later, 2);

        assertThat(attempt.isLocked(later)).isFalse();
    }

    @Test
    @DisplayName("同時に来ても、まちがえてよい数より多くは試させない")
    void admitsNoMoreAtOnceThanMayFail() {
        var attempt = new Attempt("account:1", NOON);

        var admitted = IntStream.range(0, 24).filter(turn -> attempt.admit(RULE, NOON)).count();

        assertThat(admitted).isEqualTo(RULE.failures());
        assertThat(attempt.isLocked(NOON)).as("nobody has failed yet").isFalse();
        attempt.failed(RULE, NOON);
        assertThat(attempt.isLocked(NOON)).isTrue();
        attempt.failed(RULE, NOON);
        assertThat(attempt.lockedUntil()).as("the others of the same moment close nothing twice").isEqualTo(NOON.plus(RULE.pause()));
    }

    @Test
    @DisplayName("正しかった試みは数に残らない")
    void forgivesWhatProvedItself() {
        var attempt = new Attempt("address:1", NOON);
        for (int turn = 0; turn < 10 * RULE.failures(); turn++) {
            assertThat(attempt.admit(RULE, NOON)).isTrue();
            attempt.proved();
        }
        assertThat(attempt.isLocked(NOON)).isFalse();
    }

    private static void fail(Attempt attempt, Instant when, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(attempt.admit(RULE, when)).isTrue();
            attempt.failed(RULE, when);
        }
    }
}
