package jp.yakuba.web.shell;

import jakarta.ejb.EJBException;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import jp.yakuba.organization.api.TownWords;

/**
 * The texts in the words of the town, filled once. While the database is away they stand in the usual words, so that an error
 * page can be read, and the town is asked again after a pause: a city must not go on speaking as a town.
 */
final class TownTexts {
    static final Duration PAUSE = Duration.ofSeconds(10);

    private final MessageBundles written;
    private final Supplier<TownWords> town;
    private final LongSupplier nanos;
    private volatile MessageBundles filled;
    private volatile MessageBundles meanwhile;
    private volatile long askedAt;

    /**
     * Texts that are not filled yet.
     *
     * @param nanos a clock that only goes forward, in nanoseconds
     */
    TownTexts(MessageBundles written, Supplier<TownWords> town, LongSupplier nanos) {
        this.written = written;
        this.town = town;
        this.nanos = nanos;
    }

    /** The texts as well as they can be said now. */
    MessageBundles get() {
        var known = filled;
        if (known != null) {
            return known;
        }
        var usual = meanwhile;
        return usual != null && nanos.getAsLong() - askedAt < PAUSE.toNanos() ? usual : ask();
    }

    private synchronized MessageBundles ask() {
        if (filled == null && (meanwhile == null || nanos.getAsLong() - askedAt >= PAUSE.toNanos())) {
            try {
                filled = written.each(town.get()::in);
            } catch (EJBException away) {
                askedAt = nanos.getAsLong();
                meanwhile = meanwhile == null ? written.each(TownWords.USUAL::in) : meanwhile;
            }
        }
        return filled != null ? filled : meanwhile;
    }
}
