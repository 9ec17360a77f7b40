package jp.yakuba.exchange.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.yakuba.kernel.OfficeClock;

/** Lets an office be tried once in ten seconds at this node: a button must not become a burden for the other side. */
@ApplicationScoped
public class TrialPace {
    private static final Duration APART = Duration.ofSeconds(10);

    private final Map<String, Instant> last = new ConcurrentHashMap<>();

    @Inject
    private OfficeClock clock;

    /** It was tried until now. */
    void tried(String peer) {
        last.put(peer, clock.now());
    }

    /** True if it may be tried now, which counts. */
    boolean mayTry(String peer) {
        var now = clock.now();
        var may = new AtomicBoolean();
        last.compute(peer, (code, before) -> {
            may.set(before == null || !before.plus(APART).isAfter(now));
            return may.get() ? now : before;
        });
        return may.get();
    }
}
