package jp.yakuba.exchange.service;

import static jp.yakuba.exchange.api.ExchangeProblem.TOO_MANY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import jp.yakuba.exchange.model.Peer;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;

/** Counts what a peer begins in a minute at this node, so that one office cannot crowd out the others. */
@ApplicationScoped
public class PeerPace {
    private final ConcurrentMap<String, Minute> minutes = new ConcurrentHashMap<>();

    @Inject
    private OfficeClock clock;

    private record Minute(Instant begin, int count) {}

    /** Refuses what is more than agreed. */
    void step(Peer peer) {
        var begin = clock.now().truncatedTo(ChronoUnit.MINUTES);
        var minute = minutes.compute(peer.code(), (code, known) ->
                known == null || !known.begin().equals(begin) ? new Minute(begin, 1) : new Minute(begin, known.count() + 1));
        if (minute.count() > peer.perMinute()) {
            throw new RuleViolation(TOO_MANY, peer.perMinute());
        }
    }
}
