package jp.yakuba.messaging.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.messaging.api.Envelope;
import jp.yakuba.messaging.api.LeaveMessage;
import jp.yakuba.messaging.api.MessagingProblem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("送信箱の一通")
class OutboxMessageTest {
    private static final Instant NOON = Instant.parse("2026-11-21T03:00:00Z");
    private static final UUID ID = UUID.fromString("6f4a1c1e-0000-4000-8000-000000000001");

    @Test
    @DisplayName("封筒に入れて置かれ、すぐに送る番になる")
    void isLeftInItsEnvelope() throws Exception {
        var message = left("{\"a\":\"髙\"}");

        var envelope = Envelope.read(message.text());
        assertThat(envelope.messageId()).isEqualTo(ID);
        assertThat(envelope.type()).isEqualTo("jp.yakuba.core.procedure-decided");
        assertThat(envelope.body().getString("a")).isEqualTo("髙");
        assertThat(message.nextAttemptAt()).isEqualTo(NOON);
    }

    @Test
    @DisplayName("JSONでない中身は置けない")
    void refusesWhatIsNoJson() {
        assertThatThrownBy(() -> left("<a/>")).isInstanceOf(JsonException.class);
    }

    @Test
    @DisplayName("送るたびに、次に送るまでの間が延びる")
    void waitsLongerAfterEachSending() {
        var message = left("{}");

        message.sent("node1", NOON);
        assertThat(message.nextAttemptAt()).isEqualTo(NOON.plus(Duration.ofMinutes(1)));
        message.sent("node1", NOON);
        assertThat(message.nextAttemptAt()).isEqualTo(NOON.plus(Duration.ofMinutes(2)));
        assertThat(message.isDone()).isFalse();
    }

    @Test
    @DisplayName("受け取られなかった送信は、回数に数えない")
    void brokersRefusalIsNoAttempt() {
        var message = left("{}");

        message.refusedByBroker("away", Duration.ofSeconds(10), NOON);

        assertThat(message.line().attempts()).isZero();
        assertThat(message.line().problem()).isEqualTo("away");
    }

    @Test
    @DisplayName("二度は取りやめられない")
    void isDroppedOnce() {
        var message = left("{}");
        message.drop("closed office", NOON);

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> message.drop("again", NOON))
                .satisfies(refusal -> assertThat(refusal.problem()).isEqualTo(MessagingProblem.ALREADY_CLOSED));
    }

    private static OutboxMessage left(String payload) {
        return OutboxMessage.left(new LeaveMessage(ID, "yakuba.core.water.request", "application:1",
                "jp.yakuba.core.procedure-decided", 1, payload, true), NOON);
    }
}
