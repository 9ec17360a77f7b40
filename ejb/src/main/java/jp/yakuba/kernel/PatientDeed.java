package jp.yakuba.kernel;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;

/**
 * A deed that the clock repeats, and that keeps calm while what it needs is away: it says in one line what is wrong, waits
 * longer after each failure, half a minute at most, and says when it works again. Without it a night without the database
 * would fill the disk with the same complaint.
 */
public final class PatientDeed {
    private static final Logger LOG = System.getLogger(PatientDeed.class.getName());
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(30);
    private static final long FIRST = TimeUnit.SECONDS.toNanos(1);

    private final String name;
    private final Runnable deed;
    private final LongSupplier nanos;
    private final BiConsumer<Level, String> voice;
    private final AtomicLong pause = new AtomicLong();
    private volatile long failedAt;

    /** A deed under the name that operators read. */
    public PatientDeed(String name, Runnable deed) {
        this(name, deed, System::nanoTime, LOG::log);
    }

    PatientDeed(String name, Runnable deed, LongSupplier nanos, BiConsumer<Level, String> voice) {
        this.name = name;
        this.deed = deed;
        this.nanos = nanos;
        this.voice = voice;
    }

    /** Does it, unless it has failed a moment ago. A failure is told in the log and not thrown. */
    public void tick() {
        var waiting = pause.get();
        if (waiting > 0 && nanos.getAsLong() - failedAt < waiting) {
            return;
        }
        try {
            deed.run();
        } catch (RuntimeException | LinkageError failure) { // a library that is not whole is no reason to complain every second either
            failedAt = nanos.getAsLong();
            pause.set(Math.min(LONGEST, Math.max(FIRST, 2 * waiting)));
            if (waiting == 0) {
                voice.accept(Level.ERROR, name + " fails and is tried again: " + essence(failure));
            }
            return;
        }
        if (waiting > 0) {
            pause.set(0);
            voice.accept(Level.INFO, name + " works again");
        }
    }

    /** The sorts of failure from the outermost to its root: messages may quote what people wrote, sorts do not. */
    public static String essence(Throwable failure) {
        var essence = new StringBuilder(failure.getClass().getSimpleName());
        for (var cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            essence.append(" < ").append(cause.getClass().getSimpleName());
        }
        return essence.toString();
    }
}
