package jp.yakuba.notification.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.notification.model.MailDelivery.State;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("メールの送信")
class MailDeliveryTest {
    private static final Instant NOON = Instant.parse("2026-11-21T03:00:00Z");

    @Test
    @DisplayName("断られるたびに間が延び、ついにはあきらめる")
    void triesLessOftenAndGivesUp() {
        var mail = due();
        var pause = Duration.ZERO;
        var tries = 0;
        while (mail.state() == State.WAITING) {
            mail.claim(NOON);
            mail.failedForNow("450", NOON);
            tries++;
            if (mail.state() == State.WAITING) {
                var next = Duration.between(NOON, mail.nextAttemptAt());
                assertThat(next).isGreaterThanOrEqualTo(pause);
                pause = next;
            }
        }

        assertThat(mail.state()).isEqualTo(State.FAILED);
        assertThat(tries).isEqualTo(10);
        assertThat(pause).isEqualTo(Duration.ofHours(12));
    }

    @Test
    @DisplayName("中継サーバの不在は、回数に数えない")
    void anAbsentRelayIsNoAttempt() {
        var mail = due();
        mail.claim(NOON);
        mail.relayWasAway("no answer", Duration.ofSeconds(30), NOON);

        assertThat(mail.line("t").attempts()).isZero();
        assertThat(mail.nextAttemptAt()).isEqualTo(NOON.plusSeconds(30));
    }

    @Test
    @DisplayName("渡す前に止まれば送り直す")
    void isSentAgainIfItsSenderStoppedBeforeHandingItOver() {
        var before = due();
        before.claim(NOON);
        before.abandoned(NOON);
        assertThat(before.state()).isEqualTo(State.WAITING);
    }

    @Test
    @DisplayName("人が送り直せるのは、届かなかったものだけ")
    void onlyStrandedMailIsSentAgainByHand() {
        var mail = due();
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> mail.sendAgain(NOON));

        mail.claim(NOON);
        mail.failed("550");
        mail.sendAgain(NOON);

        assertThat(mail.state()).isEqualTo(State.WAITING);
    }

    @Test
    @DisplayName("宛先のドメインは、大文字小文字を区別しない")
    void domainIsFolded() {
        assertThat(MailDelivery.due(UUID.randomUUID(), "Taro@Example.COM", NOON).domain()).isEqualTo("example.com");
    }

    private static MailDelivery due() {
        return MailDelivery.due(UUID.randomUUID(), "taro@example.com", NOON);
    }
}
