package jp.yakuba.application.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.yakuba.application.model.Attachment;
import jp.yakuba.application.model.Draft;
import jp.yakuba.kernel.Assurance;

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

    /** True if the draft answers a correction; the row is not read, so that it can be locked as it is then. */
    public boolean isAnswer(UUID id) {
        return entities.createQuery("select count(d) from Draft d where d.id = :id and d.correctionId is not null", Long.class)
                .setParameter("id", id)
                .getSingleResult() > 0;
    }

    /** Locks the row of a draft that is at hand already and reads it again. */
    public void lockAnew(Draft draft) {
        entities.refresh(draft, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Merges answers path by path in the database itself; the new version, or nothing if there is no such open draft. */
    public OptionalLong merge(UUID id, UUID accountId, Map<String, String> answers, Instant at) {
        return versionOf(merging(id, accountId, "", answers, at));
    }

    /** The same for a draft that the account writes for itself and that opens to somebody so surely known. */
    public OptionalLong mergeOwn(UUID id, UUID accountId, Assurance assurance, Map<String, String> answers, Instant at) {
        var open = Stream.of(Assurance.values()).filter(assurance::satisfies).map(Assurance::name);
        return versionOf(merging(id, accountId, "AND mandate_id IS NULL AND opened_with = ANY (cast(?6 AS text[]))", answers, at)
                .setParameter(6, open.collect(Collectors.joining(",", "{", "}"))));
    }

    private Query merging(UUID id, UUID accountId, String condition, Map<String, String> answers, Instant at) {
        return entities.createNativeQuery("""
                        UPDATE apl_draft SET answers = answers || cast(?1 AS jsonb), version = version + 1,
                               saved_at = ?2, kept_until = ?3
                        WHERE id = ?4 AND account_id = ?5 AND bundle_id IS NULL %s RETURNING version
                        """.formatted(condition))
                .setParameter(1, AnswersConverter.json(answers))
                .setParameter(2, at)
                .setParameter(3, at.plus(Draft.KEPT))
                .setParameter(4, id)
                .setParameter(5, accountId);
    }

    private static OptionalLong versionOf(Query merging) {
        List<?> versions = merging.getResultList();
        return versions.isEmpty() ? OptionalLong.empty() : OptionalLong.of(((Number) versions.get(0)).longValue());
    }

    /** An open draft as a line of a list, read without its answers; the procedures are codes joined by commas. */
    public record Line(UUID id, String procedures, UUID mandateId, Instant savedAt, Instant keptUntil) {
        public List<String> codes() {
            return List.of(procedures.split(","));
        }
    }

    /** The draft in which the account answers the correction, as long as it was not sent. */
    public Optional<Draft> findAnswering(UUID correctionId, UUID accountId) {
        return entities.createQuery("""
                        select d from Draft d
                        where d.correctionId = :correction and d.accountId = :account and d.bundleId is null
                        """, Draft.class)
                .setParameter("correction", correctionId)
                .setParameter("account", accountId)
                .getResultStream()
                .findFirst();
    }

    /** What was begun as the answer to one correction goes on as the answer to the next. */
    public void carryOver(UUID fromCorrection, UUID toCorrection) {
        entities.createNativeQuery("""
                        UPDATE apl_draft SET correction_id = ?2, version = version + 1
                        WHERE correction_id = ?1 AND bundle_id IS NULL
                        """)
                .setParameter(1, fromCorrection)
                .setParameter(2, toCorrection)
                .executeUpdate();
    }

    /** The open drafts of the account, without answers to corrections, last touched first. */
    public List<Line> listOpen(UUID accountId, Instant now) {
        return entities.createQuery("""
                        select new jp.yakuba.application.store.DraftStore$Line(d.id, d.procedures, d.mandateId, d.savedAt, d.keptUntil)
                        from Draft d where d.accountId = :account and d.bundleId is null and d.correctionId is null and d.keptUntil > :now
                        order by d.savedAt desc
                        """, Line.class)
                .setParameter("account", accountId)
                .setParameter("now", now)
                .getResultList();
    }

    public void remove(Draft draft) {
        entities.remove(draft);
    }

    /** The attachments that go when expired drafts are removed, each with its draft locked so that nobody touches it again. */
    public List<UUID> attachmentsOfExpired(Instant now) {
        List<?> ids = entities.createNativeQuery("""
                        SELECT cast(a.id AS text) FROM apl_draft d JOIN apl_attachment a ON a.draft_id = d.id
                        WHERE d.kept_until < ?1 AND NOT EXISTS (
                            SELECT 1 FROM apl_correction c WHERE c.id = d.correction_id AND c.closed_at IS NULL)
                        FOR UPDATE OF d
                        """)
                .setParameter(1, now)
                .getResultList();
        return ids.stream().map(id -> UUID.fromString((String) id)).toList();
    }

    /** Removes drafts that nobody touched any more, with their attachments; an answer is kept while its correction is open. */
    public int removeExpired(Instant now) {
        return entities.createNativeQuery("""
                        DELETE FROM apl_draft d WHERE d.kept_until < ?1 AND NOT EXISTS (
                            SELECT 1 FROM apl_correction c WHERE c.id = d.correction_id AND c.closed_at IS NULL)
                        """)
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
