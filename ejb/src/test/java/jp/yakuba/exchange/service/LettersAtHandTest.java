package jp.yakuba.exchange.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("手元のメッセージ")
class LettersAtHandTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private final LettersAtHand letters = new LettersAtHand();

    @Test
    @DisplayName("手元に何もなければ、待たない")
    void nobodyWaitsForNothing() {
        assertThat(letters.letGoFirst(Duration.ZERO)).isTrue();
    }

    @Test
    @DisplayName("一通でも手元にあれば待ち、限りが来れば先へ進む")
    void waitingHasAnEnd() {
        try (var one = letters.begin(); var other = letters.begin()) {
            other.close();
            assertThat(letters.letGoFirst(Duration.ofMillis(60))).isFalse();
        }
    }

    @Test
    @DisplayName("一通が済んでも、次が続くかもしれない間は待つ。しばらく来なければ進む")
    void gapsBetweenLettersAreLeftToLetters() throws Exception {
        var one = letters.begin();
        var waiting = CompletableFuture.supplyAsync(() -> letters.letGoFirst(LONG));
        one.close();
        assertThat(letters.letGoFirst(Duration.ofMillis(1))).as("the next may come at once").isFalse();
        assertThat(waiting.get(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }
}
