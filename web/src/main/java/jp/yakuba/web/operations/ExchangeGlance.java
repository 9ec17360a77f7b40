package jp.yakuba.web.operations;

import jakarta.ejb.EJBException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import jp.yakuba.exchange.api.ExchangeState;
import jp.yakuba.kernel.OfficeClock;

/**
 * How the exchange was within the last half minute: a balancer asks every second, and each look reads certificates, lists and all that waits.
 * That nobody can say how it is says nothing about whether people are served.
 */
final class ExchangeGlance {
    private static final Logger LOG = System.getLogger(ExchangeGlance.class.getName());
    private static final Duration KEPT = Duration.ofSeconds(30);

    private final Supplier<ExchangeState> asking;
    private final OfficeClock clock;
    private volatile Seen seen = new Seen(Instant.MIN, Optional.empty());

    private record Seen(Instant at, Optional<ExchangeState> state) {}

    ExchangeGlance(Supplier<ExchangeState> asking, OfficeClock clock) {
        this.asking = asking;
        this.clock = clock;
    }

    /** Empty if nobody can say at the moment; that is kept as long. */
    Optional<ExchangeState> state() {
        var now = clock.now();
        var known = seen;
        if (now.isBefore(known.at()) || !known.at().isAfter(now.minus(KEPT))) { // a clock that was set back is no reason to believe for long
            known = new Seen(now, look());
            seen = known;
        }
        return known.state();
    }

    private Optional<ExchangeState> look() {
        try {
            return Optional.of(asking.get());
        } catch (EJBException untold) {
            LOG.log(Level.WARNING, "Nobody says how the exchange is: {0}", untold.getMessage());
            return Optional.empty();
        }
    }
}
