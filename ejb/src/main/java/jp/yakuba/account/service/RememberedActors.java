package jp.yakuba.account.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import jp.yakuba.account.api.Zone;
import jp.yakuba.kernel.Actor;

/**
 * Who stood behind a token a moment ago. A session ended on another node still opens doors here for at most the few
 * seconds below; one ended here opens none.
 */
@ApplicationScoped
public class RememberedActors {
    private static final Duration FRESH = Duration.ofSeconds(3);
    private static final int MOST = 20_000;

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    /** What is remembered of a token; the actor is null if the token opens nothing. */
    record Entry(Actor actor, Zone zone, UUID ownerId, Instant endsAt, Instant readAt) {
        static Entry nobody(Instant now) {
            return new Entry(null, null, null, now, now);
        }

        private boolean isFresh(Instant now) {
            return !now.isBefore(readAt) && now.isBefore(readAt.plus(FRESH));
        }

        private boolean opens(Zone asked, Instant now) {
            return actor != null && zone == asked && now.isBefore(endsAt);
        }
    }

    Optional<Actor> find(byte[] tokenHash, Zone zone, Instant now, Supplier<Entry> read) {
        var key = HexFormat.of().formatHex(tokenHash);
        var entry = entries.get(key);
        if (entry == null || !entry.isFresh(now)) {
            entry = read.get();
            makeRoom(now);
            entries.put(key, entry);
        }
        return entry.opens(zone, now) ? Optional.of(entry.actor()) : Optional.empty();
    }

    void forget(byte[] tokenHash) {
        entries.remove(HexFormat.of().formatHex(tokenHash));
    }

    void forgetOwner(UUID ownerId) {
        entries.values().removeIf(entry -> ownerId.equals(entry.ownerId()));
    }

    private void makeRoom(Instant now) {
        if (entries.size() >= MOST) {
            entries.values().removeIf(entry -> !entry.isFresh(now));
        }
        if (entries.size() >= MOST) {
            entries.clear();
        }
    }
}
