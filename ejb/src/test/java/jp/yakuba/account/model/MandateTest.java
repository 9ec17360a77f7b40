package jp.yakuba.account.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.yakuba.kernel.Assurance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("委任")
class MandateTest {
    private static final Instant NOW = Instant.parse("2031-04-01T03:00:00Z");
    private static final LocalDate FIRST = LocalDate.of(2031, 4, 1);
    private static final LocalDate LAST = LocalDate.of(2031, 9, 30);
    private static final UUID AGENT = UUID.randomUUID();
    private static final UUID PRINCIPAL = UUID.randomUUID();
    private static final String MAIL = "ueda@agent.example";

    @Test
    @DisplayName("引き受けるまでは何もできない")
    void givesNothingUntilAccepted() {
        var mandate = mandate(List.of());
        assertThat(mandate.covers(AGENT, "dog", FIRST)).isFalse();

        assertThat(mandate.accept(AGENT, NOW)).isTrue();

        assertThat(mandate.covers(AGENT, "dog", FIRST)).isTrue();
    }

    @Test
    @DisplayName("始まる日から終わる日まで、その人だけ、名のある手続だけ")
    void coversOnlyWhatItNames() {
        var mandate = mandate(List.of("dog"));
        mandate.accept(AGENT, NOW);

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
        mandate.accept(AGENT, NOW);

        assertThat(mandate.revoke(NOW)).isTrue();

        assertThat(mandate.covers(AGENT, "dog", FIRST)).isFalse();
        assertThat(mandate.accept(AGENT, NOW)).isFalse();
        assertThat(mandate.decline(NOW)).isFalse();
    }

    @Test
    @DisplayName("頼まれたアドレスの持ち主だけが答えられ、引き受けた人が代理人になる")
    void isAnsweredByTheOwnerOfTheAddress() {
        var mandate = mandate(List.of());
        assertThat(mandate.agentAccountId()).as("nobody learns whether there is an account").isNull();
        assertThat(mandate.isFor(AGENT, MAIL.toUpperCase())).isTrue();
        assertThat(mandate.isFor(AGENT, "other@agent.example")).isFalse();
        assertThat(mandate.isFor(AGENT, null)).isFalse();

        mandate.accept(AGENT, NOW);

        assertThat(mandate.agentAccountId()).isEqualTo(AGENT);
        assertThat(mandate.isFor(AGENT, "moved@agent.example")).as("the agent, whatever the address is by now").isTrue();
        assertThat(mandate.isFor(UUID.randomUUID(), MAIL)).isFalse();
    }

    @Test
    @DisplayName("自分からの委任は引き受けられない")
    void nobodyActsForOneself() {
        assertThat(mandate(List.of()).accept(PRINCIPAL, NOW)).isFalse();
    }

    private static Mandate mandate(List<String> procedures) {
        return Mandate.offer(new Mandate.Giver(PRINCIPAL, Assurance.CARD), MAIL, procedures, FIRST, LAST, NOW);
    }
}
