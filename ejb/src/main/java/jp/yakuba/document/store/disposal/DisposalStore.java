package jp.yakuba.document.store.disposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.document.api.ArchiveChoice;
import jp.yakuba.document.api.DisposalItemState;
import jp.yakuba.document.api.DisposalLine;
import jp.yakuba.document.api.DisposalSheet;
import jp.yakuba.document.api.DisposalState;
import jp.yakuba.document.api.DisposalVerdict;
import jp.yakuba.document.api.RetentionClass;
import jp.yakuba.document.model.disposal.Disposal;
import jp.yakuba.document.model.disposal.DisposalItem;
import jp.yakuba.document.store.Moments;
import jp.yakuba.document.store.record.Reader;

/** Where lists of disposal are kept. */
@ApplicationScoped
public class DisposalStore {
    private static final String LINE = """
            SELECT x.id, x.section, x.fiscal_year, x.state, x.made_name, x.made_at,
                (SELECT count(*) FROM doc_disposal_item i WHERE i.disposal_id = x.id),
                (SELECT count(*) FROM doc_disposal_item i WHERE i.disposal_id = x.id AND i.state = 'OPEN')
            FROM doc_disposal x WHERE (:whole OR x.section IN (:sections))
            """;

    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    public void add(Disposal list) {
        entities.persist(list);
    }

    public void add(DisposalItem item) {
        entities.persist(item);
    }

    /** Writes what is pending, so that constraints speak inside the deed. */
    public void write() {
        entities.flush();
    }

    /** The list with its row locked until the deed ends. */
    public Optional<Disposal> lock(UUID id) {
        return Optional.ofNullable(entities.find(Disposal.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Gives the list another version, so that whoever saw its files before they were changed is told. */
    public void touch(Disposal list) {
        entities.lock(list, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    public Optional<Disposal> find(UUID id) {
        return Optional.ofNullable(entities.find(Disposal.class, id));
    }

    /** A file on the list, locked until the deed ends. */
    public Optional<DisposalItem> lockItem(UUID disposalId, UUID dossierId) {
        return Optional.ofNullable(entities.find(
                DisposalItem.class, new DisposalItem.Place(disposalId, dossierId), LockModeType.PESSIMISTIC_WRITE));
    }

    /** Files of the list. */
    public List<DisposalItem> listItems(UUID disposalId) {
        return entities.createQuery("select i from DisposalItem i where i.place.disposalId = :list order by i.place.dossierId", DisposalItem.class)
                .setParameter("list", disposalId)
                .getResultList();
    }

    /** Closed files of the sections whose period is over, that are not held and stand on no open list, locked until the deed ends. */
    public List<UUID> listDue(Collection<String> sections, LocalDate today, int limit) {
        List<?> found = entities.createNativeQuery("""
                        SELECT d.id FROM doc_dossier d
                        WHERE d.due_on <= ?2 AND d.section IN (?1) AND d.state = 'CLOSED' AND NOT doc_is_held(d.id)
                            AND NOT EXISTS (SELECT 1 FROM doc_disposal_item i WHERE i.dossier_id = d.id AND i.state = 'OPEN')
                        ORDER BY d.due_on, d.section, d.class_code, d.number, d.id LIMIT ?3 FOR UPDATE OF d
                        """, UUID.class)
                .setParameter(1, sections)
                .setParameter(2, today)
                .setParameter(3, limit)
                .getResultList();
        return found.stream().map(UUID.class::cast).toList();
    }

    /** Lists of the reader's sections, latest first, after the one named. */
    public List<DisposalLine> list(Reader reader, UUID after, int size) {
        var next = after == null ? "" : " AND (x.made_at, x.id) < (SELECT y.made_at, y.id FROM doc_disposal y WHERE y.id = :after)";
        var query = entities.createNativeQuery(LINE + next + " ORDER BY x.made_at DESC, x.id DESC LIMIT :size", Object[].class)
                .setParameter("sections", reader.sectionsAsked())
                .setParameter("whole", reader.wholeOffice())
                .setParameter("size", size);
        @SuppressWarnings("unchecked")
        List<Object[]> rows = (after == null ? query : query.setParameter("after", after)).getResultList();
        return rows.stream().map(DisposalStore::line).toList();
    }

    /** One list as a line, if the reader may see it. */
    public Optional<DisposalLine> findLine(UUID id, Reader reader) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery(LINE + " AND x.id = :id", Object[].class)
                .setParameter("sections", reader.sectionsAsked())
                .setParameter("whole", reader.wholeOffice())
                .setParameter("id", id)
                .getResultList();
        return rows.stream().map(DisposalStore::line).findFirst();
    }

    private static DisposalLine line(Object[] row) {
        return new DisposalLine((UUID) row[0], (String) row[1], ((Number) row[2]).intValue(), DisposalState.valueOf((String) row[3]),
                ((Number) row[6]).longValue(), ((Number) row[7]).longValue(), (String) row[4], Moments.of(row[5]));
    }

    /** Files of the list as people see them, in the order of their codes. */
    public List<DisposalSheet.Item> listItems(UUID disposalId, LocalDate today) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery("""
                        SELECT d.id, d.fiscal_year, d.class_code, d.number, d.title,
                            CASE d.retention WHEN 'STANDING' THEN d.after_use ELSE d.retention END, d.retention_until,
                            i.verdict, i.verdict_reason, i.years, i.choice, i.choice_reason, i.state, i.ended_reason,
                            doc_is_held(d.id), d.state = 'CLOSED' AND d.retention_until < :today,
                            (SELECT count(*) FROM doc_filing f WHERE f.dossier_id = d.id AND f.until IS NULL), p.id AS protocol, p.number AS numbered
                        FROM doc_disposal_item i JOIN doc_dossier d ON d.id = i.dossier_id
                        LEFT JOIN doc_protocol p ON p.dossier_id = d.id AND p.disposal_id = i.disposal_id
                        WHERE i.disposal_id = :list ORDER BY d.fiscal_year, d.class_code, d.number, d.id
                        """, Object[].class)
                .setParameter("list", disposalId)
                .setParameter("today", today)
                .getResultList();
        return rows.stream().map(DisposalStore::item).toList();
    }

    private static DisposalSheet.Item item(Object[] row) {
        return new DisposalSheet.Item((UUID) row[0], ((Number) row[1]).intValue(),
                row[2] + String.format("-%03d", ((Number) row[3]).intValue()), (String) row[4], RetentionClass.valueOf((String) row[5]),
                HoldStore.day(row[6]), row[7] == null ? null : DisposalVerdict.valueOf((String) row[7]), (String) row[8],
                row[9] == null ? null : ((Number) row[9]).intValue(), row[10] == null ? null : ArchiveChoice.valueOf((String) row[10]),
                (String) row[11], DisposalItemState.valueOf((String) row[12]), (String) row[13], (Boolean) row[14],
                Boolean.TRUE.equals(row[15]), ((Number) row[16]).longValue(), (UUID) row[17], (String) row[18]);
    }

    /** A file of a confirmed list that can come to its end now: the one that was tried longest ago; no other node takes it. */
    public Optional<DisposalItem.Place> claim(LocalDate today, Instant now, Instant notTriedSince) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery("""
                        UPDATE doc_disposal_item t SET tried_at = :now
                        WHERE (t.disposal_id, t.dossier_id) = (
                            SELECT i.disposal_id, i.dossier_id
                            FROM doc_disposal x JOIN doc_disposal_item i ON i.disposal_id = x.id JOIN doc_dossier d ON d.id = i.dossier_id
                            WHERE x.state = 'CONFIRMED' AND i.state = 'OPEN' AND (i.tried_at IS NULL OR i.tried_at < :since)
                                AND (i.verdict = 'EXTEND' OR i.choice IS DISTINCT FROM 'KEEP')
                                AND d.state = 'CLOSED' AND d.retention_until < :today AND NOT doc_is_held(d.id)
                            ORDER BY i.tried_at NULLS FIRST, x.confirmed_at, i.dossier_id LIMIT 1 FOR UPDATE OF i SKIP LOCKED)
                        RETURNING t.disposal_id, t.dossier_id
                        """, Object[].class)
                .setParameter("now", now)
                .setParameter("since", notTriedSince)
                .setParameter("today", today)
                .getResultList();
        return rows.stream().findFirst().map(row -> new DisposalItem.Place((UUID) row[0], (UUID) row[1]));
    }

    /** True while files of the list have not come to their end. */
    public boolean hasOpen(UUID disposalId) {
        return (Boolean) entities.createNativeQuery(
                        "SELECT EXISTS (SELECT 1 FROM doc_disposal_item i WHERE i.disposal_id = ?1 AND i.state = 'OPEN')", Boolean.class)
                .setParameter(1, disposalId)
                .getSingleResult();
    }
}
