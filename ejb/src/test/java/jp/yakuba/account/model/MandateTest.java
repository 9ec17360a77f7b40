package jp.yakuba.account.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("委任")
class MandateTest {
    private static final Instant NOW = Instant.parse("2031-04-01T03:00:00Z");
    private static final LocalDate FIRST = LocalDate.of(2031, 4, 1);
    private static final LocalDate LAST = LocalDate.of(2031, 9, 30);
    private static final UUID AGENT = UUID.randomUUID();

    @Test
    @DisplayName("引き受けるまでは何もできない")
    void givesNothingUntilAccepted() {
        var mandate = mandate(List.of());
        assertThat(mandate.covers(AGENT, "dog", FIRST)).isFalse();

        assertThat(mandate.accept(NOW)).isTrue();

        assertThat(mandate.covers(AGENT, "dog", FIRST)).isTrue();
    }

    @Test
    @DisplayName("始まる日から終わる日まで、その人だけ、名のある手続だけ")
    void coversOnlyWhatItNames() {
        var mandate = mandate(List.of("dog"));
        mandate.accept(NOW);

        assertThat(mandate.covers(AGENT, "dog", LAST)).isTrue();
        assertThat(mandate.covers(AGENT, "dog", LAST.plusDays(1))).isFalse();
        assertThat(mandate.covers(AGENT, "dog", FIRST.minusDays(1))).isFalse();
        assertThat(mandate.covers(AGENT, "water", LAST)).isFalse();
        assertThat(mandate.covers(UUID.randomUUID(), "dog", LAST)).isFalse();
    }

    @Test
    @DisplayName("取り消した委任は引き受けられず、すぐに効かなくなる")
    void endsAtOnceWhenTakenBack() {
        var mandate = mandate(List.of());
        mandate.accept(NOW);

        assertThat(mandate.revoke(NOW)).isTrue();

        assertThat(mandate.covers(AGENT, "dog", FIRST)).isFalse();
        assertThat(mandate.accept(NOW)).isFalse();
        assertThat(mandate.decline(NOW)).isFalse();
    }

    private static Mandate mandate(List<String> procedures) {
        return Mandate.offer(UUID.randomUUID(), AGENT, procedures, FIRST, LAST, NOW);
    }
}
