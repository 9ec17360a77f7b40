package jp.yakuba.exchange.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.exchange.model.KeptProof;
import jp.yakuba.exchange.model.ProofPart;

/** Where the proof behind signatures of exchanged containers and of answers is kept, and when each is due. */
@ApplicationScoped
public class KeptProofStore {
    private static final Duration CLAIMED = Duration.ofMinutes(10);
    private static final String COLUMNS = "p.peer, p.message, p.sent, p.sha256, p.signatures, p.until, p.attempts";

    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** Takes on messages that were received or answered and stand in the lists not yet, some at a time; what has ended has no report any more. */
    public int enlist(Instant now, int most) {
        return enlist("exc_arrival", "false", "w.state = 'ACCEPTED' AND w.record_id IS NOT NULL AND w.report IS NOT NULL", now, most)
                + enlist("exc_parcel", "true", "w.state = 'RECEIPTED' AND w.sha256 IS NOT NULL", now, most);
    }

    private int enlist(String table, String sent, String settled, Instant now, int most) {
        return entities.createNativeQuery("""
                        WITH taken AS (
                            UPDATE %1$s a SET proof_kept = true WHERE (a.peer, a.id) IN (
                                SELECT w.peer, w.id FROM %1$s w WHERE %3$s AND NOT w.proof_kept ORDER BY w.peer, w.id LIMIT ?2 FOR UPDATE SKIP LOCKED)
                            RETURNING a.peer, a.id, a.record_id, a.sha256),
                        containers AS (
                            INSERT INTO exc_proof (peer, message, sent, record_id, sha256, next_at)
                            SELECT peer, id, %2$s, record_id, sha256, ?1 FROM taken ON CONFLICT DO NOTHING)
                        INSERT INTO exc_answer_proof (peer, message, sent, record_id, sha256, next_at)
                        SELECT peer, id, %2$s, record_id, sha256, ?1 FROM taken ON CONFLICT DO NOTHING
                        """.formatted(table, sent, settled))
                .setParameter(1, now)
                .setParameter(2, most)
                .executeUpdate();
    }

    /** Takes the next that is due; until some time has passed no other node takes it. */
    public Optional<KeptProof> claim(Instant now) {
        var container = claim(ProofPart.CONTAINER, now);
        return container.isPresent() ? container : claim(ProofPart.ANSWER, now);
    }

    private Optional<KeptProof> claim(ProofPart part, Instant now) {
        return entities.createNativeQuery("""
                        UPDATE %1$s p SET next_at = ?2 WHERE (p.peer, p.message, p.sent) = (
                            SELECT w.peer, w.message, w.sent FROM %1$s w WHERE w.next_at <= ?1 ORDER BY w.next_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING %2$s
                        """.formatted(table(part), COLUMNS), Object[].class)
                .setParameter(1, now)
                .setParameter(2, now.plus(CLAIMED))
                .getResultList().stream().findFirst().map(row -> proof(part, (Object[]) row));
    }

    private static String table(ProofPart part) {
        return part == ProofPart.CONTAINER ? "exc_proof" : "exc_answer_proof";
    }

    private static KeptProof proof(ProofPart part, Object[] row) {
        return new KeptProof(part, (String) row[0], (UUID) row[1], (Boolean) row[2], (String) row[3], (byte[]) row[4], (Instant) row[5],
                ((Number) row[6]).intValue());
    }

    /** Keeps what was made, unless somebody else did meanwhile. */
    public void keep(KeptProof before, byte[] signatures, Instant made, Instant until, Instant next) {
        entities.createNativeQuery("""
                        UPDATE %s SET signatures = ?4, made_at = ?5, until = ?6, next_at = ?7, attempts = 0, problem = NULL
                        WHERE peer = ?1 AND message = ?2 AND sent = ?3 AND (until IS NULL OR until = CAST(?8 AS timestamptz))
                        """.formatted(table(before.part())))
                .setParameter(1, before.peer())
                .setParameter(2, before.message())
                .setParameter(3, before.sent())
                .setParameter(4, signatures)
                .setParameter(5, made)
                .setParameter(6, until)
                .setParameter(7, next)
                .setParameter(8, before.until() == null ? until : before.until())
                .executeUpdate();
    }

    /** What was answered about the container, as it travelled; null if it ended with its record. */
    public byte[] answerTo(KeptProof proof) {
        var table = proof.sent() ? "exc_parcel" : "exc_arrival";
        return (byte[]) entities.createNativeQuery("SELECT a.answer FROM " + table + " a WHERE a.peer = ?1 AND a.id = ?2")
                .setParameter(1, proof.peer())
                .setParameter(2, proof.message())
                .getResultList().stream().filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** It waits, and why. */
    public void postpone(KeptProof proof, String problem, Instant next) {
        entities.createNativeQuery("UPDATE " + table(proof.part())
                        + " SET next_at = ?4, attempts = attempts + 1, problem = ?5 WHERE peer = ?1 AND message = ?2 AND sent = ?3")
                .setParameter(1, proof.peer())
                .setParameter(2, proof.message())
                .setParameter(3, proof.sent())
                .setParameter(4, next)
                .setParameter(5, problem)
                .executeUpdate();
    }

    /** What was made for the signature of the container of the message, or of the answer to it. */
    public Optional<KeptProof> find(ProofPart part, UUID message, String sha256) {
        return entities.createNativeQuery("SELECT " + COLUMNS + " FROM " + table(part) + " p WHERE p.message = ?1 AND p.sha256 = ?2"
                        + " AND p.signatures IS NOT NULL ORDER BY p.until DESC LIMIT 1", Object[].class)
                .setParameter(1, message)
                .setParameter(2, sha256)
                .getResultList().stream().findFirst().map(row -> proof(part, (Object[]) row));
    }

    /** Takes away the proof of what belonged to a record. */
    public void forget(UUID record) {
        for (var part : ProofPart.values()) {
            entities.createNativeQuery("DELETE FROM " + table(part) + " WHERE record_id = ?1").setParameter(1, record).executeUpdate();
        }
    }
}
