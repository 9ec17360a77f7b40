package jp.yakuba.application.model;

import static jp.yakuba.application.api.CoreAnswer.Outcome.ACCEPTED;
import static jp.yakuba.application.api.CoreAnswer.Outcome.DONE;
import static jp.yakuba.application.api.CoreAnswer.Outcome.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import jp.yakuba.application.api.CoreAnswer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("基幹システムとのやりとり")
class CoreMessageTest {
    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
    private static final UUID MESSAGE = UUID.randomUUID();
    private static final UUID APPLICATION = UUID.randomUUID();

    private final CoreMessage message = new CoreMessage(MESSAGE, APPLICATION, "insurance", NOW);

    @Test
    @DisplayName("受け付けた、済んだ、の順に効き、同じ答えは二度効かない")
    void acceptedThenDoneEachOnce() {
        assertThat(message.take(answer("insurance", ACCEPTED), NOW)).isTrue();
        assertThat(message.take(answer("insurance", ACCEPTED), NOW)).isFalse();
        assertThat(message.take(answer("insurance", DONE), NOW)).isTrue();
        assertThat(message.take(answer("insurance", DONE), NOW)).isFalse();
    }

    @Test
    @DisplayName("最後の言葉の後に遅れて着いた答えは何も変えない")
    void lateAnswersChangeNothing() {
        message.take(answer("insurance", REFUSED), NOW);
        assertThat(message.take(answer("insurance", DONE), NOW)).isFalse();
        assertThat(message.take(answer("insurance", ACCEPTED), NOW)).isFalse();
    }

    @Test
    @DisplayName("別の系からの答え、別の申請への答えは自分のものでない")
    void answersOfOthersAreNotItsOwn() {
        assertThat(message.belongsTo(answer("insurance", DONE))).isTrue();
        assertThat(message.belongsTo(answer("water", DONE))).isFalse();
        var other = new CoreAnswer(
                UUID.randomUUID(), MESSAGE, "insurance", UUID.randomUUID(), DONE, "", Map.of());
        assertThat(message.belongsTo(other)).isFalse();
    }

    private static CoreAnswer answer(String system, CoreAnswer.Outcome outcome) {
        return new CoreAnswer(UUID.randomUUID(), MESSAGE, system, APPLICATION, outcome, "", Map.of());
    }
}
