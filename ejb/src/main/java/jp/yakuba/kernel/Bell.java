package jp.yakuba.kernel;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** A bell that calls somebody to a deed in the background; rings that pile up before the deed begins count as one. */
public final class Bell {
    private static final Logger LOG = System.getLogger(Bell.class.getName());

    private final AtomicBoolean rung = new AtomicBoolean();
    private final Executor executor;
    private final Runnable deed;

    /** Hangs a bell that does the deed on one of the executor's threads. */
    public Bell(Executor executor, Runnable deed) {
        this.executor = executor;
        this.deed = deed;
    }

    /** Calls; returns at once. When all threads are busy the bell is not heard, and whoever looks by the clock comes later. */
    public void ring() {
        if (!rung.compareAndSet(false, true)) {
            return;
        }
        try {
            executor.execute(this::answer);
        } catch (RejectedExecutionException busy) {
            rung.set(false);
            LOG.log(Level.DEBUG, "The bell was not heard; the timer comes within seconds");
        }
    }

    private void answer() {
        rung.set(false);
        deed.run();
    }
}
