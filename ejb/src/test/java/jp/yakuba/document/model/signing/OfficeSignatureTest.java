package jp.yakuba.document.model.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.yakuba.document.api.SignatureLine;
import jp.yakuba.document.api.SignatureProblem;
import jp.yakuba.document.api.SignatureStage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("署名の歩み")
class OfficeSignatureTest {
    private static final Instant NOW = Instant.parse("2026-11-27T03:00:00Z");
    private static final Duration BEFORE = Duration.ofDays(180);
    private static final Signer MAYOR = new Signer("芽室町長", "認証局", "1a");

    @ParameterizedTest(name = "残り{0}日なら{1}日後")
    @CsvSource({"4000, 3820", "361, 181", "360, 180", "180, 90", "20, 10", "0, 30", "-500, 30"})
    @DisplayName("保管用のタイムスタンプは、証明書の終わる定めの日数前、短ければ半ばに更新する。時計が先に進んだ町では月に一度")
    void renewalComesInTime(int lastsDays, int renewedInDays) {
        assertThat(StepTimes.renewal(NOW.plus(Duration.ofDays(lastsDays)), BEFORE, NOW)).isEqualTo(NOW.plus(Duration.ofDays(renewedInDays)));
    }

    @ParameterizedTest(name = "{0}回目は{1}分")
    @CsvSource({"1, 1", "2, 2", "3, 4", "6, 32", "7, 60", "70, 60"})
    @DisplayName("うまくいかないと、間をあけてやり直す")
    void pausesGrow(int failures, int minutes) {
        var signature = OfficeSignature.given(UUID.randomUUID(), "a", MAYOR, NOW, null);
        for (int one = 0; one < failures; one++) {
            signature.mustWait(SignatureProblem.STAMPS_AWAY, NOW);
        }
        assertThat(view(signature).nextAt()).isEqualTo(NOW.plus(Duration.ofMinutes(minutes)));
        assertThat(view(signature).problem()).isEqualTo(SignatureProblem.STAMPS_AWAY);
    }

    @Test
    @DisplayName("メールはタイムスタンプを待つが、定めの時を過ぎては待たない")
    void mailWaitsNotForEver() {
        var until = NOW.plus(Duration.ofMinutes(10));
        var signature = OfficeSignature.given(UUID.randomUUID(), "a", MAYOR, NOW, until);
        assertThat(signature.isMailDue(until.minusMillis(1))).isFalse();
        assertThat(signature.isMailDue(until)).isTrue();
        signature.reached(SignatureStage.STAMPED, "b", NOW.plus(Duration.ofDays(4000)), NOW, BEFORE);
        assertThat(signature.isMailDue(NOW)).isTrue();
        signature.mailed();
        assertThat(signature.isMailDue(NOW)).isFalse();
    }

    @Test
    @DisplayName("タイムスタンプだけなら保管用の証拠を続けて求め、揃えば更新の日まで休む")
    void stepsFollow() {
        var signature = OfficeSignature.given(UUID.randomUUID(), "a", MAYOR, NOW, null);
        signature.mustWait(SignatureProblem.STAMPS_AWAY, NOW);
        signature.reached(SignatureStage.STAMPED, "b", NOW.plus(Duration.ofDays(4000)), NOW, BEFORE);
        assertThat(view(signature).nextAt()).isEqualTo(NOW);
        assertThat(view(signature).problem()).isNull();
        signature.reached(SignatureStage.KEPT, "c", NOW.plus(Duration.ofDays(4000)), NOW, BEFORE);
        assertThat(view(signature).nextAt()).isEqualTo(NOW.plus(Duration.ofDays(3820)));
        assertThat(signature.original()).isEqualTo("a");
        assertThat(signature.latest()).isEqualTo("c");
    }

    private static SignatureLine view(OfficeSignature signature) {
        return signature.view(UUID.randomUUID(), List.of());
    }
}
