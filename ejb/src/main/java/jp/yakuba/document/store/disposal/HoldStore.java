package jp.yakuba.document.store.disposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.document.api.HoldGround;
import jp.yakuba.document.api.HoldView;
import jp.yakuba.document.model.disposal.RecordHold;
import jp.yakuba.document.store.Moments;
import jp.yakuba.document.store.record.Reader;

/** Where holds are kept. */
@ApplicationScoped
public class HoldStore {
    /** A record that the reader may not read is held without its number. */
    private static final String LINE = """
            SELECT h.id, d.id AS dossier, d.class_code, d.number, d.title, h.record_id,
                CASE WHEN l.record_id IS NULL OR %s THEN r.number END AS numbered, h.section, h.ground, h.reference, h.reason,
                h.from_day, h.placed_name, h.placed_at, h.lifted_name, h.lifted_at, h.lift_reason
            FROM doc_hold h
            LEFT JOIN doc_record r ON r.id = h.record_id LEFT JOIN doc_life l ON l.record_id = h.record_id
            LEFT JOIN doc_filing f ON f.record_id = h.record_id AND f.until IS NULL
            LEFT JOIN doc_dossier d ON d.id = coalesce(h.dossier_id, f.dossier_id)
            WHERE\s""".formatted(Reader.MAY_READ);

    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** Places it now, so that the database speaks inside the deed. */
    public void add(RecordHold hold) {
        entities.persist(hold);
        entities.flush();
    }

    /** Holds that stand on the same file or record by the same hand. */
    public List<RecordHold> listStandingBeside(RecordHold hold) {
        return entities.createQuery("""
                        select h from RecordHold h where h.liftedAt is null and h.placedBy = :by
                        and (h.dossierId = :held or h.recordId = :held) order by h.placedAt
                        """, RecordHold.class)
                .setParameter("by", hold.placedBy())
                .setParameter("held", hold.held())
                .getResultList();
    }

    public Optional<RecordHold> lock(UUID id) {
        return Optional.ofNullable(entities.find(RecordHold.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** True while the file, or a record in it, is held. */
    public boolean isHeld(UUID dossierId) {
        return (Boolean) entities.createNativeQuery("SELECT doc_is_held(?1)", Boolean.class).setParameter(1, dossierId).getSingleResult();
    }

    /** True while the file as a whole is held. */
    public boolean isWholeHeld(UUID dossierId) {
        return (Boolean) entities.createNativeQuery(
                        "SELECT EXISTS (SELECT 1 FROM doc_hold h WHERE h.dossier_id = ?1 AND h.lifted_at IS NULL)", Boolean.class)
                .setParameter(1, dossierId)
                .getSingleResult();
    }

    /** Holds that stand in the reader's sections, oldest first, after the one named. */
    public List<HoldView> listStanding(Reader reader, UUID after, int size) {
        var from = after == null ? "" : " AND (h.placed_at, h.id) > (SELECT x.placed_at, x.id FROM doc_hold x WHERE x.id = :after)";
        var query = ask("h.lifted_at IS NULL AND (:whole OR h.section IN (:sections))" + from
                + " ORDER BY h.placed_at, h.id LIMIT :size", reader).setParameter("size", size);
        return views(after == null ? query : query.setParameter("after", after));
    }

    /** Holds of a file and of the records in it, latest first. */
    public List<HoldView> listOf(UUID dossierId, Reader reader) {
        return views(ask("""
                        h.id IN (SELECT x.id FROM doc_hold x WHERE x.dossier_id = :dossier
                            UNION SELECT x.id FROM doc_filing y JOIN doc_hold x ON x.record_id = y.record_id
                                  WHERE y.dossier_id = :dossier AND y.until IS NULL)
                        ORDER BY h.placed_at DESC, h.id LIMIT 200
                        """, reader).setParameter("dossier", dossierId));
    }

    /** Holds of a single record, latest first. */
    public List<HoldView> listOfRecord(UUID recordId, Reader reader) {
        return views(ask("h.record_id = :record ORDER BY h.placed_at DESC, h.id LIMIT 200", reader).setParameter("record", recordId));
    }

    private Query ask(String where, Reader reader) {
        return entities.createNativeQuery(LINE + where, Object[].class)
                .setParameter("me", reader.staffId())
                .setParameter("sections", reader.sectionsAsked())
                .setParameter("whole", reader.wholeOffice());
    }

    private static List<HoldView> views(Query query) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = query.getResultList();
        return rows.stream().map(HoldStore::view).toList();
    }

    private static HoldView view(Object[] row) {
        var code = row[2] == null ? null : row[2] + String.format("-%03d", ((Number) row[3]).intValue());
        return new HoldView((UUID) row[0], (UUID) row[1], code, (String) row[4], (UUID) row[5], (String) row[6], (String) row[7],
                HoldGround.valueOf((String) row[8]), (String) row[9], (String) row[10], day(row[11]), (String) row[12], Moments.of(row[13]),
                (String) row[14], Moments.of(row[15]), (String) row[16]);
    }

    static LocalDate day(Object column) {
        return column instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) column;
    }
}
