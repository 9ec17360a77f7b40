package jp.yakuba.organization.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import jp.yakuba.kernel.OfficeCalendar;
import jp.yakuba.organization.api.TownView;
import jp.yakuba.organization.model.Chart;
import jp.yakuba.organization.model.Settings;
import jp.yakuba.organization.model.Town;
import jp.yakuba.organization.store.OrganizationStore;

/**
 * The wall on which the organisation hangs (掲示): town, chart, calendar and parameters in memory, read anew every few seconds on every
 * node, so that no page asks the database who sits where.
 */
@ApplicationScoped
public class ChartRoom {
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(10);

    @Inject
    private OrganizationStore store;

    private final ReentrantLock reading = new ReentrantLock();
    private volatile Sheet sheet;

    private record Sheet(
            Optional<TownView> town, Chart chart, OfficeCalendar calendar, Settings settings, long readAt) {
        boolean isFresh() {
            return System.nanoTime() - readAt < FRESH_NANOS;
        }

        /** So old that nobody goes on with it, or read before there was a town. */
        boolean isOld() {
            return town.isEmpty() || System.nanoTime() - readAt > 2 * FRESH_NANOS;
        }
    }

    /** The town, if it is loaded. */
    public Optional<TownView> town() {
        return current().town();
    }

    /** The organisation. */
    public Chart chart() {
        return current().chart();
    }

    /** The open days. */
    public OfficeCalendar calendar() {
        return current().calendar();
    }

    /** The dated parameters. */
    public Settings settings() {
        return current().settings();
    }

    /** Forgets what it knows once a change is committed, so that the next look on this node sees it. */
    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) ChartChanged changed) {
        sheet = null;
    }

    /** When it is time to read anew, one of all who look reads, and the others go on with what hangs there. */
    private Sheet current() {
        var seen = sheet;
        if (seen == null || seen.isOld()) {
            return read();
        }
        if (seen.isFresh() || !reading.tryLock()) {
            return seen;
        }
        try {
            return read();
        } finally {
            reading.unlock();
        }
    }

    private Sheet read() {
        var read = new Sheet(
                store.findTown().map(Town::view), store.chart(), new OfficeCalendar(store.holidays()),
                new Settings(store.settings()), System.nanoTime());
        sheet = read;
        return read;
    }
}
