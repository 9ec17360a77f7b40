package jp.yakuba.exchange.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * How many letters are made, carried or judged at this node at the moment. Whoever works for later, such as at proof behind signatures, lets
 * them go first: both want the same processors.
 */
@ApplicationScoped
public class LettersAtHand {
    /** Between two letters of a row there are gaps in which nothing else should begin. */
    private static final Duration GAP = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final AtomicInteger atHand = new AtomicInteger();
    private final AtomicLong lastAt = new AtomicLong(System.nanoTime() - GAP.toNanos());

    /** Work at a letter; to be closed when it is done, however it ends. */
    public interface Work extends AutoCloseable {
        @Override
        void close();
    }

    /** Begins to work at a letter. */
    public Work begin() {
        atHand.incrementAndGet();
        return () -> {
            lastAt.set(System.nanoTime());
            atHand.decrementAndGet();
        };
    }

    /**
     * Waits until no letter was at hand for a second.
     *
     * @param longest how long at most, so that a stream of letters without end holds nothing up for ever
     * @return false if letters were at hand all the time
     */
    public boolean letGoFirst(Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        while (!isQuiet()) {
            if (System.nanoTime() - end >= 0 || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return true;
    }

    private boolean isQuiet() {
        return atHand.get() == 0 && System.nanoTime() - lastAt.get() >= GAP.toNanos();
    }
}
