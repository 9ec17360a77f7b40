package jp.yakuba.document.store.masking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.document.api.MaskCopyState;
import jp.yakuba.document.api.MaskSheetView.Copy;
import jp.yakuba.document.store.Moments;
import jp.yakuba.kernel.Actor;

/** Where it is kept which copies were asked for, and which are there. */
@ApplicationScoped
public class MaskCopyStore {
    private static final Duration CLAIMED = Duration.ofMinutes(60);

    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** A copy that is due, and how often it was tried. */
    public record Due(UUID sheetId, int attempts) {}

    /** Orders the copy of a sheet once; one that was impossible is tried again. True if there is something to do. */
    public boolean order(UUID sheetId, Actor by, Instant at) {
        return entities.createNativeQuery("""
                        INSERT INTO doc_mask_copy AS c (sheet_id, state, ordered_by, ordered_name, ordered_at, due_at)
                        VALUES (?1, 'WAITING', ?2, ?3, ?4, ?4)
                        ON CONFLICT (sheet_id) DO UPDATE SET state = 'WAITING', ordered_by = EXCLUDED.ordered_by,
                            ordered_name = EXCLUDED.ordered_name, ordered_at = EXCLUDED.ordered_at, due_at = EXCLUDED.due_at,
                            attempts = 0, reason = NULL, finished_at = NULL
                        WHERE c.state = 'IMPOSSIBLE'
                        """)
                .setParameter(1, sheetId)
                .setParameter(2, by.id())
                .setParameter(3, by.name())
                .setParameter(4, at)
                .executeUpdate() == 1;
    }

    /** Takes the next that is due; until some time has passed no other node takes it. */
    public Optional<Due> claim(Instant now) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery("""
                        UPDATE doc_mask_copy c SET due_at = ?2, attempts = c.attempts + 1 WHERE c.sheet_id = (
                            SELECT w.sheet_id FROM doc_mask_copy w WHERE w.state = 'WAITING' AND w.due_at <= ?1
                            ORDER BY w.due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING c.sheet_id, c.attempts
                        """, Object[].class)
                .setParameter(1, now)
                .setParameter(2, now.plus(CLAIMED))
                .getResultList();
        return rows.stream().findFirst().map(row -> new Due((UUID) row[0], ((Number) row[1]).intValue()));
    }

    /** It is tried again from the moment on. */
    public void postpone(UUID sheetId, Instant until) {
        entities.createNativeQuery("UPDATE doc_mask_copy SET due_at = ?2 WHERE sheet_id = ?1 AND state = 'WAITING'")
                .setParameter(1, sheetId)
                .setParameter(2, until)
                .executeUpdate();
    }

    /** The copy is there now; who asked for it, or empty if it was there already or is wanted no more. */
    public Optional<UUID> made(UUID sheetId, String sha256, Instant at) {
        return finish(sheetId, MaskCopyState.MADE, sha256, null, at);
    }

    /** There will be none, and why. */
    public void impossible(UUID sheetId, String reason, Instant at) {
        finish(sheetId, MaskCopyState.IMPOSSIBLE, null, reason, at);
    }

    private Optional<UUID> finish(UUID sheetId, MaskCopyState state, String sha256, String reason, Instant at) {
        List<?> ordered = entities.createNativeQuery("""
                        UPDATE doc_mask_copy SET state = ?2, sha256 = ?3, reason = ?4, finished_at = ?5
                        WHERE sheet_id = ?1 AND state = 'WAITING' RETURNING ordered_by
                        """, UUID.class)
                .setParameter(1, sheetId)
                .setParameter(2, state.name())
                .setParameter(3, sha256)
                .setParameter(4, reason)
                .setParameter(5, at)
                .getResultList();
        return ordered.stream().findFirst().map(UUID.class::cast);
    }

    /** True if the copy is still to be made. */
    public boolean isWaiting(UUID sheetId) {
        return find(sheetId).state() == MaskCopyState.WAITING;
    }

    /** The copy of a sheet. */
    public Copy find(UUID sheetId) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery("""
                        SELECT c.state, c.sha256, b.size, c.reason, c.ordered_name, c.finished_at
                        FROM doc_mask_copy c LEFT JOIN doc_file b ON b.sha256 = c.sha256 WHERE c.sheet_id = ?1
                        """, Object[].class)
                .setParameter(1, sheetId)
                .getResultList();
        return rows.stream().findFirst().map(MaskCopyStore::copy).orElse(Copy.NONE);
    }

    private static Copy copy(Object[] row) {
        return new Copy(MaskCopyState.valueOf((String) row[0]), (String) row[1], row[2] == null ? 0 : ((Number) row[2]).longValue(),
                (String) row[3], (String) row[4], Moments.of(row[5]));
    }
}
