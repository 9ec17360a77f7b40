package jp.yakuba.journeys;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Patience: what other parts of the office do in their own time is looked for again and again, but not for ever. */
final class Until {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long PAUSE = 500;

    private Until() {}

    /** Waits until it holds; fails by naming what did not come. */
    static void holds(String what, BooleanSupplier question) {
        holds(what, PATIENCE, question);
    }

    /** The same with a patience of its own. */
    static void holds(String what, Duration patience, BooleanSupplier question) {
        var end = Instant.now().plus(patience);
        while (!question.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("Did not come: " + what);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
