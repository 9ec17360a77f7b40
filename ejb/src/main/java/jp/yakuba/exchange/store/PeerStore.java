package jp.yakuba.exchange.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.exchange.model.Peer;

/** Where the other offices stand, the places in conversations with them, and every use of the exchange. */
@ApplicationScoped
public class PeerStore {
    private static final Duration CLAIMED = Duration.ofMinutes(30);

    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** Adds an office; false if one of its code is here. */
    public boolean addNew(Peer peer) {
        var view = peer.view();
        return entities.createNativeQuery("""
                        INSERT INTO exc_peer (code, name, address, state, services, asked, most_bytes, per_minute, added_at, way)
                        VALUES (?1, ?2, ?3, ?4, string_to_array(?5, ','), string_to_array(?6, ','), ?7, ?8, ?9, ?10) ON CONFLICT DO NOTHING
                        """)
                .setParameter(1, view.code())
                .setParameter(2, view.name())
                .setParameter(3, view.address())
                .setParameter(4, view.state().name())
                .setParameter(5, String.join(",", view.services()))
                .setParameter(6, String.join(",", view.asked()))
                .setParameter(7, view.mostBytes())
                .setParameter(8, view.perMinute())
                .setParameter(9, view.addedAt())
                .setParameter(10, view.way().name())
                .executeUpdate() == 1;
    }

    public Optional<Peer> find(String code) {
        return Optional.ofNullable(entities.find(Peer.class, code));
    }

    public Optional<Peer> lock(String code) {
        return Optional.ofNullable(entities.find(Peer.class, code, LockModeType.PESSIMISTIC_WRITE));
    }

    /** True if documents are exchanged with the office at this moment. */
    public boolean isServed(String code) {
        List<?> found = entities.createNativeQuery("SELECT state FROM exc_peer WHERE code = ?1", String.class).setParameter(1, code).getResultList();
        return found.contains("ACTIVE");
    }

    /** True if documents are exchanged with the office, which stays so until the deed ends. */
    public boolean holdServed(String code) {
        List<?> found = entities.createNativeQuery("SELECT state FROM exc_peer WHERE code = ?1 FOR SHARE", String.class).setParameter(1, code).getResultList();
        return found.contains("ACTIVE");
    }

    /** Writes what was changed, so that its version is the new one. */
    public void flush() {
        entities.flush();
    }

    /** All of them, by code. */
    public List<Peer> list() {
        return entities.createQuery("select p from Peer p order by p.code", Peer.class).getResultList();
    }

    /** The next place in the conversation with the peer, taken in the caller's deed. */
    public int takePlace(String peer, UUID conversation) {
        return ((Number) entities.createNativeQuery("""
                        INSERT INTO exc_conversation (peer, id, sent) VALUES (?1, ?2, 1)
                        ON CONFLICT (peer, id) DO UPDATE SET sent = exc_conversation.sent + 1 RETURNING sent
                        """, Integer.class)
                .setParameter(1, peer)
                .setParameter(2, conversation)
                .getSingleResult()).intValue();
    }

    /** Takes the next office to which somebody goes to collect; until some time has passed no other node goes there. */
    public Optional<String> claimCollection(Instant now) {
        List<?> found = entities.createNativeQuery("""
                        UPDATE exc_peer SET collect_at = ?2 WHERE code = (
                            SELECT w.code FROM exc_peer w WHERE w.way = 'WE_COLLECT' AND w.state = 'ACTIVE' AND (w.collect_at IS NULL OR w.collect_at <= ?1)
                            ORDER BY w.collect_at NULLS FIRST LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING code
                        """, String.class)
                .setParameter(1, now)
                .setParameter(2, now.plus(CLAIMED))
                .getResultList();
        return found.stream().findFirst().map(String.class::cast);
    }

    /** When somebody goes there next. */
    public void collectAgain(String code, Instant next) {
        entities.createNativeQuery("UPDATE exc_peer SET collect_at = ?2 WHERE code = ?1").setParameter(1, code).setParameter(2, next).executeUpdate();
    }

    /**
     * Writes a use down.
     *
     * @param incoming true if the peer used us, false if we used it
     * @param bytes size of what was carried; 0 while nothing is
     */
    public record Use(Instant at, String peer, boolean incoming, String service, String deed, UUID message, String outcome, long bytes) {}

    /** Writes a use down. */
    public void note(Use use) {
        entities.createNativeQuery("""
                        INSERT INTO exc_use (at, peer, incoming, service, deed, message, outcome, bytes)
                        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                        """)
                .setParameter(1, use.at())
                .setParameter(2, use.peer())
                .setParameter(3, use.incoming())
                .setParameter(4, use.service())
                .setParameter(5, use.deed())
                .setParameter(6, use.message())
                .setParameter(7, use.outcome())
                .setParameter(8, use.bytes())
                .executeUpdate();
    }
}
