package jp.yakuba.application.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import jp.yakuba.application.model.Attachment;
import jp.yakuba.application.model.Draft;

/** Where drafts and the files attached to them are kept. */
@ApplicationScoped
public class DraftStore {
    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    public void add(Draft draft) {
        entities.persist(draft);
    }

    public Optional<Draft> find(UUID id) {
        return Optional.ofNullable(entities.find(Draft.class, id));
    }

    public Optional<Draft> lock(UUID id) {
        return Optional.ofNullable(entities.find(Draft.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Locks the row of a draft that is at hand already and reads it again. */
    public void lockAnew(Draft draft) {
        entities.refresh(draft, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Merges answers path by path in the database itself; the new version, or nothing if there is no such open draft. */
    public OptionalLong merge(UUID id, UUID accountId, Map<String, String> answers, Instant at) {
        List<?> versions = entities.createNativeQuery("""
                        UPDATE apl_draft SET answers = answers || cast(?1 AS jsonb), version = version + 1,
                               saved_at = ?2, kept_until = ?3
                        WHERE id = ?4 AND account_id = ?5 AND bundle_id IS NULL RETURNING version
                        """)
                .setParameter(1, AnswersConverter.json(answers))
                .setParameter(2, at)
                .setParameter(3, at.plus(Draft.KEPT))
                .setParameter(4, id)
                .setParameter(5, accountId)
                .getResultList();
        return versions.isEmpty() ? OptionalLong.empty() : OptionalLong.of(((Number) versions.get(0)).longValue());
    }

    public List<Draft> listOpen(UUID accountId, Instant now) {
        return entities.createQuery("""
                        select d from Draft d where d.accountId = :account and d.bundleId is null and d.keptUntil > :now
                        order by d.savedAt desc
                        """, Draft.class)
                .setParameter("account", accountId)
                .setParameter("now", now)
                .getResultList();
    }

    public void remove(Draft draft) {
        entities.remove(draft);
    }

    /** Removes drafts that nobody touched any more, with their attachments; returns how many. */
    public int removeExpired(Instant now) {
        return entities.createNativeQuery("DELETE FROM apl_draft WHERE kept_until < ?1")
                .setParameter(1, now)
                .executeUpdate();
    }

    public void add(Attachment attachment) {
        entities.persist(attachment);
    }

    public void remove(Attachment attachment) {
        entities.remove(attachment);
    }

    public List<Attachment> attachmentsOfDraft(UUID draftId) {
        return entities.createQuery(
                        "select a from Attachment a where a.draftId = :draft order by a.keptAt", Attachment.class)
                .setParameter("draft", draftId)
                .getResultList();
    }

    public List<Attachment> attachmentsOfBundle(UUID bundleId) {
        return entities.createQuery(
                        "select a from Attachment a where a.bundleId = :bundle order by a.keptAt", Attachment.class)
                .setParameter("bundle", bundleId)
                .getResultList();
    }
}
