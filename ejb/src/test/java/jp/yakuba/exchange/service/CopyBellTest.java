package jp.yakuba.exchange.service;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.ConcurrentAccessException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("いま確かめる")
class CopyBellTest {
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
    private boolean full;
    private Runnable whileFetching = () -> { };
    private final CopyBell bell = new CopyBell(new CopyClock() {
        @Override
        public void fetch() {
            whileFetching.run();
        }
    }, (ManagedExecutorService) Proxy.newProxyInstance(CopyBellTest.class.getClassLoader(), new Class<?>[] {ManagedExecutorService.class}, (proxy, method, given) -> {
        if (full) {
            throw new RejectedExecutionException();
        }
        waiting.add((Runnable) given[0]);
        return null;
    }));

    @Test
    @DisplayName("何度押しても、待つ間も読んでいる間も、使うのは一人だけである")
    void onePressIsEnough() {
        press();
        press();
        assertThat(waiting).hasSize(1);
        whileFetching = this::press;
        waiting.remove().run();
        assertThat(waiting).as("pressed while it was being done").isEmpty();
        press();
        assertThat(waiting).as("and afterwards it rings again").hasSize(1);
    }

    @Test
    @DisplayName("時計が読んでいれば待たずに帰り、だれも空いていなければ次に押せる")
    void nobodyWaits() {
        press();
        whileFetching = () -> {
            throw new ConcurrentAccessException("at work");
        };
        waiting.remove().run();
        full = true;
        press();
        full = false;
        press();
        assertThat(waiting).hasSize(1);
    }

    private void press() {
        bell.ring(new CopiesWanted());
    }
}
