package jp.yakuba.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("くり返しの仕事は、相手がいないあいだ静かに待つ")
class PatientDeedTest {
    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong now = new AtomicLong();
    private final List<String> said = new ArrayList<>();
    private int done;
    private boolean away;

    @Test
    @DisplayName("一時間だめでも、言うのは一度、試すのは三十秒に一度")
    void keepsCalm() {
        var deed = deed();
        away = true;
        for (int second = 0; second < 3_600; second++) {
            deed.tick();
            now.addAndGet(SECOND);
        }

        assertThat(said).containsExactly("seal fails and is tried again: IllegalStateException < IllegalArgumentException");
        assertThat(done).isBetween(115, 130);
    }

    @Test
    @DisplayName("直れば、すぐ次からまた毎回働く")
    void worksAgain() {
        var deed = deed();
        away = true;
        deed.tick();
        deed.tick();
        assertThat(done).isOne();

        away = false;
        now.addAndGet(SECOND);
        deed.tick();
        deed.tick();
        assertThat(done).isEqualTo(3);
        assertThat(said).last().isEqualTo("seal works again");
    }

    @Test
    @DisplayName("部品が欠けていても、黙って止まらず、言って待つ")
    void aMissingPartIsAFailureToo() {
        new PatientDeed("stamp", () -> {
            throw new NoClassDefFoundError("org/example/Part");
        }, now::get, (level, words) -> said.add(words)).tick();

        assertThat(said).containsExactly("stamp fails and is tried again: NoClassDefFoundError");
    }

    private PatientDeed deed() {
        return new PatientDeed("seal", () -> {
            done++;
            if (away) {
                throw new IllegalStateException("names nobody", new IllegalArgumentException("髙橋　太郎"));
            }
        }, now::get, (level, words) -> said.add(words));
    }
}
