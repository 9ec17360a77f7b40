package jp.yakuba.document.store.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where it is kept which originals get a PDF/A beside them, and which have one. */
@ApplicationScoped
public class RenditionStore {
    private static final Duration CLAIMED = Duration.ofMinutes(30);

    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** An original whose PDF/A is due, and how often it was tried. */
    public record Due(String original, String mediaType, long size, int attempts) {}

    /** Orders a PDF/A once for each original. */
    public void order(String original, Instant at) {
        entities.createNativeQuery(
                        "INSERT INTO doc_rendition (original, state, ordered_at) VALUES (?1, 'WAITING', ?2) ON CONFLICT DO NOTHING")
                .setParameter(1, original)
                .setParameter(2, at)
                .executeUpdate();
    }

    /** Takes the next that is due for this node; until some time has passed no other takes it. */
    public Optional<Due> claim(Instant now) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery("""
                        UPDATE doc_rendition n SET ordered_at = ?2, attempts = n.attempts + 1
                        FROM doc_file f WHERE f.sha256 = n.original AND n.original = (
                            SELECT w.original FROM doc_rendition w WHERE w.state = 'WAITING' AND w.ordered_at <= ?1
                            ORDER BY w.ordered_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING n.original, f.media_type, f.size, n.attempts
                        """, Object[].class)
                .setParameter(1, now)
                .setParameter(2, now.plus(CLAIMED))
                .getResultList();
        return rows.stream().findFirst().map(row -> new Due(
                (String) row[0], (String) row[1], ((Number) row[2]).longValue(), ((Number) row[3]).intValue()));
    }

    /** The PDF/A stands beside its original now. */
    public void made(String original, String sha256, Instant at) {
        finish(original, "MADE", sha256, null, at);
    }

    /** There will be none, and why. */
    public void impossible(String original, String reason, Instant at) {
        finish(original, "IMPOSSIBLE", null, reason, at);
    }

    private void finish(String original, String state, String sha256, String reason, Instant at) {
        entities.createNativeQuery("""
                        UPDATE doc_rendition SET state = ?2, sha256 = ?3, reason = ?4, finished_at = ?5
                        WHERE original = ?1 AND state = 'WAITING'
                        """)
                .setParameter(1, original)
                .setParameter(2, state)
                .setParameter(3, sha256)
                .setParameter(4, reason)
                .setParameter(5, at)
                .executeUpdate();
    }

    /** The PDF/A beside an original. */
    public Optional<String> find(String original) {
        List<?> found = entities.createNativeQuery(
                        "SELECT sha256 FROM doc_rendition WHERE original = ?1 AND state = 'MADE'", String.class)
                .setParameter(1, original)
                .getResultList();
        return found.stream().findFirst().map(String.class::cast);
    }
}
