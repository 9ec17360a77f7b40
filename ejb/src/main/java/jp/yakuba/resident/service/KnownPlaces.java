package jp.yakuba.resident.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.resident.model.TownPlaces;
import jp.yakuba.resident.store.ShieldStore;

/** The 町字 of the town at hand, read again from time to time: a few hundred names that change on few days of a decade. */
@ApplicationScoped
public class KnownPlaces {
    private static final Duration FRESH = Duration.ofMinutes(1);

    private ShieldStore store;
    private OfficeClock clock;
    private volatile Known known;

    protected KnownPlaces() {
        // for the container
    }

    @Inject
    public KnownPlaces(ShieldStore store, OfficeClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The places as they stand, at most a minute old. */
    public TownPlaces now() {
        var seen = known;
        var now = clock.now();
        if (seen == null || now.isAfter(seen.at().plus(FRESH)) || now.isBefore(seen.at())) {
            seen = new Known(TownPlaces.of(store.places()), now);
            known = seen;
        }
        return seen.places();
    }

    private record Known(TownPlaces places, Instant at) {}
}
