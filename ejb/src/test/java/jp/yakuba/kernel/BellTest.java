package jp.yakuba.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("呼び鈴")
class BellTest {
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
    private int deeds;

    @Test
    @DisplayName("始まる前に重なった合図は一つと数え、始まってからの合図は次の一回になる")
    void ringsThatPileUpCountAsOne() {
        var bell = new Bell(waiting::add, () -> deeds++);
        bell.ring();
        bell.ring();
        assertThat(waiting).hasSize(1);

        waiting.poll().run();
        bell.ring();
        waiting.poll().run();

        assertThat(deeds).isEqualTo(2);
    }

    @Test
    @DisplayName("手がふさがっていて聞こえなかった合図は、次の合図をじゃましない")
    void aRingThatWasNotHeardLeavesNoTrace() {
        var busy = new boolean[] {true};
        var bell = new Bell(
                deed -> {
                    if (busy[0]) {
                        throw new RejectedExecutionException();
                    }
                    deed.run();
                },
                () -> deeds++);
        bell.ring();
        busy[0] = false;
        bell.ring();

        assertThat(deeds).isEqualTo(1);
    }
}
