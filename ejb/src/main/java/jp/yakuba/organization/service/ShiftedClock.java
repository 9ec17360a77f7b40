package jp.yakuba.organization.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.organization.store.OrganizationStore;

/**
 * The clock of the running office (役場の時計): the machine's time, moved by what an operator of a sample town has set.
 *
 * <p>It ticks in microseconds, as the database does. The shift is looked up once a second, by one thread at a time; while
 * the database is away the last shift holds.
 */
@ApplicationScoped
public class ShiftedClock implements OfficeClock {
    private static final Logger LOG = Logger.getLogger(ShiftedClock.class.getName());
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    @Inject
    private OrganizationStore store;

    private final AtomicBoolean looking = new AtomicBoolean();
    private final AtomicInteger moves = new AtomicInteger();
    private volatile Duration shift;
    private volatile long lookedAt;
    private volatile boolean unread;

    @Override
    public Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS).plus(shift());
    }

    /** How far the office is from real time. */
    public Duration shift() {
        var known = shift;
        boolean fresh = known != null && System.nanoTime() - lookedAt < FRESH_NANOS;
        if (!fresh && looking.compareAndSet(false, true)) {
            try {
                known = look(known);
            } finally {
                looking.set(false);
            }
        }
        return known == null ? Duration.ZERO : known;
    }

    /** Forgets what it knows once a new shift is committed, so that the next look at the clock sees it. */
    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) ClockMoved moved) {
        moves.incrementAndGet();
        lookedAt = System.nanoTime() - FRESH_NANOS;
    }

    /** The clock is asked at every turn; while the database is away one line is enough. */
    private void tellOnce(PersistenceException away) {
        if (!unread) {
            LOG.log(Level.WARNING, "The shift of the clock cannot be read; the last one holds: {0}", away.getClass().getSimpleName());
        }
        unread = true;
    }

    /** A look that began before the clock was moved does not count as fresh. */
    private Duration look(Duration known) {
        int before = moves.get();
        try {
            shift = Duration.ofSeconds(store.clockShift());
            unread = false;
        } catch (PersistenceException away) {
            tellOnce(away);
        }
        if (before == moves.get()) {
            lookedAt = System.nanoTime();
        }
        return shift == null ? known : shift;
    }
}
