package jp.yakuba.resident.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.resident.api.EnterProtection;
import jp.yakuba.resident.api.ResidentProblem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("支援措置と一時解除")
class ProtectionTest {
    private static final Instant NOW = Instant.parse("2026-11-21T01:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final UUID ASKER = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    @Test
    @DisplayName("早すぎる延長は断る")
    void refusesToExtendTooEarly() {
        assertRefused(() -> protection().extend(0, TODAY), ResidentProblem.TOO_EARLY_TO_EXTEND);
    }

    @Test
    @DisplayName("仮支援措置は確認の日から一年になる")
    void runsAYearFromTheDayItIsConfirmed() {
        var protection = protection();
        protection.confirm(0, TODAY.plusDays(10));
        assertThat(protection.isProvisional()).isFalse();
        assertThat(protection.period().endsOn()).isEqualTo(LocalDate.of(2027, 11, 30));
    }

    @Test
    @DisplayName("終えた支援措置はもう変えられない")
    void staysEnded() {
        var protection = protection();
        protection.end(0, "本人の申出", NOW, ASKER);
        assertRefused(() -> protection.extend(0, TODAY), ResidentProblem.NO_SUCH_PROTECTION);
    }

    @Test
    @DisplayName("古い画面からの変更は断る")
    void refusesWhoSawAnOlderVersion() {
        assertRefused(() -> protection().end(5, "理由", NOW, ASKER), ResidentProblem.CHANGED_MEANWHILE);
    }

    @Test
    @DisplayName("一時解除は頼んだ本人には許せない")
    void needsASecondPerson() {
        assertRefused(() -> release().grant(0, ASKER, NOW, Duration.ofMinutes(30)), ResidentProblem.SECOND_PERSON_NEEDED);
    }

    @Test
    @DisplayName("一度決めた解除は決め直せない")
    void isDecidedOnce() {
        var release = release();
        release.refuse(0, OTHER, NOW);
        assertRefused(() -> release.grant(0, OTHER, NOW, Duration.ofMinutes(30)), ResidentProblem.NO_SUCH_RELEASE);
    }

    private static Protection protection() {
        return Protection.enter(
                new EnterProtection(List.of(UUID.randomUUID()), true, TODAY, null, null), NOW, ASKER);
    }

    private static Release release() {
        return Release.request(UUID.randomUUID(), ASKER, "見本　職員", "証明の申出", NOW);
    }

    private static void assertRefused(Runnable deed, ResidentProblem problem) {
        assertThatThrownBy(deed::run).isInstanceOfSatisfying(
                RuleViolation.class, refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }
}
