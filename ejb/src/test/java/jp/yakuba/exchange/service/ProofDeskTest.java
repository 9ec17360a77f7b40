package jp.yakuba.exchange.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import jp.yakuba.exchange.api.ExchangeProblem;
import jp.yakuba.exchange.api.ProofDesk;
import jp.yakuba.exchange.api.ProofState;
import jp.yakuba.exchange.service.container.ProofCheck;
import jp.yakuba.kernel.RuleViolation;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("書類の確認の窓口")
class ProofDeskTest {
    private final ProofPlaces places = new ProofPlaces();
    private final ProofDesk desk = new ProofDeskBean(new ProofCheck(null, null), places, null, null);

    /** As many zeros as are asked for, from nowhere. */
    private static InputStream zeros(long count) {
        return new InputStream() {
            private long left = count;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                int given = (int) Math.min(length, left);
                left -= given;
                return given == 0 ? -1 : given;
            }
        };
    }

    private static void refused(ExchangeProblem problem, ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(RuleViolation.class, refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }

    @Test
    @DisplayName("大きすぎるものは確かめず、ちょうどまでは確かめる")
    void whatIsTooLargeIsRefused() {
        refused(ExchangeProblem.PROOF_TOO_LARGE, () -> desk.check(zeros(ProofDesk.LARGEST + 1)));
        assertThat(desk.check(zeros(ProofDesk.LARGEST)).outcome()).isEqualTo(ProofState.BROKEN);
    }

    @Test
    @DisplayName("席がいっぱいなら断り、断られても失敗しても席は空く")
    void thereAreFewPlaces() {
        assertThat(places.take()).isTrue();
        refused(ExchangeProblem.PROOF_TOO_LARGE, () -> desk.check(zeros(ProofDesk.LARGEST + 1)));
        assertThat(places.take()).isTrue();
        refused(ExchangeProblem.PROOF_BUSY, () -> desk.check(new ByteArrayInputStream(new byte[1])));
        places.leave();
        assertThat(desk.check(new ByteArrayInputStream(new byte[1])).outcome()).isEqualTo(ProofState.BROKEN);
    }
}
