package jp.yakuba.application.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.application.model.Bundle;
import org.hibernate.jpa.HibernateHints;

/** Where bundles and the counter of receipt numbers are kept. */
@ApplicationScoped
public class BundleStore {
    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** What a bundle is made of; the parts of a sitting that may be missing are null. */
    public record NewBundle(
            UUID id, UUID ownerId, String onceKey, UUID accountId, UUID mandateId, String agentName, UUID draftId, String guide,
            String language, Instant arrivedAt) {}

    /** Adds the bundle; false if the same key or the same draft made one before, even if at this very moment. */
    public boolean addOnce(NewBundle bundle) {
        int inserted = entities.createNativeQuery("""
                        INSERT INTO apl_bundle
                            (id, owner_id, once_key, account_id, mandate_id, draft_id, guide, language, arrived_at, agent_name)
                        VALUES (?1, ?2, ?3, cast(?4 AS uuid), cast(?5 AS uuid), cast(?6 AS uuid), cast(?7 AS text), ?8, ?9,
                                cast(?10 AS text))
                        ON CONFLICT DO NOTHING
                        """)
                .setParameter(1, bundle.id())
                .setParameter(2, bundle.ownerId())
                .setParameter(3, bundle.onceKey())
                .setParameter(4, text(bundle.accountId()))
                .setParameter(5, text(bundle.mandateId()))
                .setParameter(6, text(bundle.draftId()))
                .setParameter(7, text(bundle.guide()))
                .setParameter(8, bundle.language())
                .setParameter(9, bundle.arrivedAt())
                .setParameter(10, text(bundle.agentName()))
                .executeUpdate();
        return inserted == 1;
    }

    private static String text(Object part) {
        return part == null ? null : part.toString();
    }

    public Optional<Bundle> find(UUID id) {
        return Optional.ofNullable(entities.find(Bundle.class, id));
    }

    /** What the account sent under mandates, standing or ended, latest first. */
    public List<Bundle> listSentUnderMandates(UUID accountId) {
        return entities.createQuery(
                        "select b from Bundle b where b.accountId = :account and b.mandateId is not null order by b.arrivedAt desc",
                        Bundle.class)
                .setParameter("account", accountId)
                .getResultList();
    }

    /** The bundle that an owner's key made, or that the draft became. */
    public Optional<Bundle> findOnce(UUID ownerId, String onceKey, UUID draftId) {
        return entities.createQuery("""
                        select b from Bundle b
                        where b.ownerId = :owner and (b.onceKey = :key or b.draftId = :draft)
                        order by b.arrivedAt
                        """, Bundle.class)
                .setParameter("owner", ownerId)
                .setParameter("key", onceKey)
                .setParameter("draft", draftId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Takes {@code count} numbers of the day's series and returns the last of them; the day waits for this deed's end. */
    public int take(LocalDate day, int count) {
        var last = entities.createNativeQuery("""
                        INSERT INTO apl_receipt_counter AS c (day, last) VALUES (?1, ?2)
                        ON CONFLICT (day) DO UPDATE SET last = c.last + ?2 RETURNING c.last
                        """)
                .setHint(HibernateHints.HINT_NATIVE_SPACES, "apl_receipt_counter")
                .setParameter(1, day)
                .setParameter(2, count)
                .getSingleResult();
        return ((Number) last).intValue();
    }
}
