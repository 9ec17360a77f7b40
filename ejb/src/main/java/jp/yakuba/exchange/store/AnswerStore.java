package jp.yakuba.exchange.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.UUID;

/** Where refusals stay that a receipt took the place of: what was signed once is not lost. */
@ApplicationScoped
public class AnswerStore {
    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /**
     * Keeps a refusal.
     *
     * @param incoming true if this office gave it, false if it got it
     * @param at when it was given or got
     */
    public record Earlier(String peer, UUID message, boolean incoming, Instant at, String fault, byte[] answer) {}

    /** Keeps a refusal. */
    public void keep(Earlier earlier) {
        entities.createNativeQuery("INSERT INTO exc_earlier_answer (peer, message, incoming, at, fault, answer) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
                .setParameter(1, earlier.peer())
                .setParameter(2, earlier.message())
                .setParameter(3, earlier.incoming())
                .setParameter(4, earlier.at())
                .setParameter(5, earlier.fault())
                .setParameter(6, earlier.answer())
                .executeUpdate();
    }

    /** Takes away what is kept of a message whose record has ended; message ids are unique for each sender only. */
    public void forget(String peer, UUID message, boolean incoming) {
        entities.createNativeQuery("DELETE FROM exc_earlier_answer WHERE peer = ?1 AND message = ?2 AND incoming = ?3")
                .setParameter(1, peer)
                .setParameter(2, message)
                .setParameter(3, incoming)
                .executeUpdate();
    }
}
