package jp.yakuba.exchange.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jp.yakuba.exchange.api.PeerChange;
import jp.yakuba.exchange.api.PeerState;
import jp.yakuba.exchange.api.PeerView;
import jp.yakuba.exchange.api.PeerWay;

/** Where it stands how each office was written down after every change. */
@ApplicationScoped
public class PeerChangeStore {
    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** Writes down how an office stands now, unless that version stands here already. */
    public void note(PeerView peer, Instant at, String who, String reason) {
        entities.createNativeQuery("""
                        INSERT INTO exc_peer_change (peer, version, at, who, reason, name, address, state, services, asked, most_bytes, per_minute, way)
                        VALUES (?1, ?2, ?3, cast(?4 AS text), cast(?5 AS text), ?6, ?7, ?8, string_to_array(?9, ','), string_to_array(?10, ','), ?11, ?12, ?13)
                        ON CONFLICT DO NOTHING
                        """)
                .setParameter(1, peer.code())
                .setParameter(2, peer.version())
                .setParameter(3, at)
                .setParameter(4, who)
                .setParameter(5, reason)
                .setParameter(6, peer.name())
                .setParameter(7, peer.address())
                .setParameter(8, peer.state().name())
                .setParameter(9, String.join(",", peer.services()))
                .setParameter(10, String.join(",", peer.asked()))
                .setParameter(11, peer.mostBytes())
                .setParameter(12, peer.perMinute())
                .setParameter(13, peer.way().name())
                .executeUpdate();
    }

    /** All of an office, latest first. */
    public List<PeerChange> list(String code, Instant addedAt) {
        var changes = new ArrayList<PeerChange>();
        for (var row : entities.createNativeQuery("""
                        SELECT version, at, who, reason, name, address, state, services, asked, most_bytes, per_minute, way FROM exc_peer_change
                        WHERE peer = ?1 ORDER BY version DESC
                        """, Object[].class)
                .setParameter(1, code)
                .getResultList()) {
            changes.add(change(code, addedAt, (Object[]) row));
        }
        return changes;
    }

    private static PeerChange change(String code, Instant addedAt, Object[] row) {
        var peer = new PeerView(code, (String) row[4], (String) row[5], PeerState.valueOf((String) row[6]), List.of((String[]) row[7]),
                List.of((String[]) row[8]), ((Number) row[9]).longValue(), ((Number) row[10]).intValue(), PeerWay.valueOf((String) row[11]), addedAt,
                ((Number) row[0]).longValue());
        return new PeerChange((Instant) row[1], (String) row[2], (String) row[3], peer);
    }
}
