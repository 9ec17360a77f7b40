package jp.yakuba.document.store.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where it is kept which sheets of decided drafts are to be signed, and which are. */
@ApplicationScoped
public class SheetSealStore {
    private static final Duration CLAIMED = Duration.ofMinutes(10);

    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** A sheet that waits for the office's signature, and how often it was tried. */
    public record Due(UUID recordId, String sheet, int attempts) {}

    /** The sheet of a record that this deed has made is to be signed. */
    public void order(UUID recordId, String sheet, Instant at) {
        entities.flush(); // the record comes first
        entities.createNativeQuery("INSERT INTO doc_sheet_seal (record_id, sheet, due_at) VALUES (?1, ?2, ?3)")
                .setParameter(1, recordId)
                .setParameter(2, sheet)
                .setParameter(3, at)
                .executeUpdate();
    }

    /** Takes the next that is due; until some time has passed no other node takes it. */
    public Optional<Due> claim(Instant now) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery("""
                        UPDATE doc_sheet_seal s SET due_at = ?2, attempts = s.attempts + 1 WHERE s.record_id = (
                            SELECT w.record_id FROM doc_sheet_seal w WHERE w.sealed IS NULL AND w.due_at <= ?1
                            ORDER BY w.due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING s.record_id, s.sheet, s.attempts
                        """, Object[].class)
                .setParameter(1, now)
                .setParameter(2, now.plus(CLAIMED))
                .getResultList();
        return rows.stream().findFirst().map(row -> new Due((UUID) row[0], (String) row[1], ((Number) row[2]).intValue()));
    }

    /** True if the sheet still waits; nobody else signs it until this deed ends. */
    public boolean lockWaiting(UUID recordId) {
        return !entities.createNativeQuery("SELECT 1 FROM doc_sheet_seal WHERE record_id = ?1 AND sealed IS NULL FOR UPDATE", Integer.class)
                .setParameter(1, recordId)
                .getResultList()
                .isEmpty();
    }

    /** The sheet is signed. */
    public void sealed(UUID recordId, String sealed) {
        entities.flush(); // the signature comes first
        entities.createNativeQuery("UPDATE doc_sheet_seal SET sealed = ?2 WHERE record_id = ?1")
                .setParameter(1, recordId)
                .setParameter(2, sealed)
                .executeUpdate();
    }

    /** It is tried again from the moment on. */
    public void postpone(UUID recordId, Instant until) {
        entities.createNativeQuery("UPDATE doc_sheet_seal SET due_at = ?2 WHERE record_id = ?1 AND sealed IS NULL")
                .setParameter(1, recordId)
                .setParameter(2, until)
                .executeUpdate();
    }
}
