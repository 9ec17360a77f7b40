package jp.yakuba.document.store.masking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.document.api.WaitingMasks;
import jp.yakuba.document.model.masking.MaskSheet;
import jp.yakuba.document.store.Moments;
import jp.yakuba.document.store.record.Reader;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;

/** Where sheets of masks are kept, and who had a hand in them. */
@ApplicationScoped
public class MaskStore {
    private static final String WAITING = """
            FROM doc_mask_sheet s JOIN doc_record r ON r.id = s.record_id JOIN doc_life l ON l.record_id = r.id
            WHERE s.state = 'PROPOSED' AND l.section IN (:sections)
                AND NOT EXISTS (SELECT 1 FROM doc_mask_hand h WHERE h.sheet_id = s.id AND h.staff_id = :me) AND
            """ + Reader.MAY_READ;

    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** A file of a record on which masks are to lie. */
    public record MaskedFile(String sha256, String mediaType, String name, String rendition) {}

    public void add(MaskSheet sheet) {
        entities.persist(sheet);
        entities.flush(); // the database asks for the sheet before anything that belongs to it
    }

    public Optional<MaskSheet> find(UUID id) {
        return Optional.ofNullable(entities.find(MaskSheet.class, id));
    }

    /** The sheet as it is now; nobody else changes it until this deed ends. */
    public Optional<MaskSheet> lock(UUID id) {
        var found = Optional.ofNullable(entities.find(MaskSheet.class, id, LockModeType.PESSIMISTIC_WRITE));
        found.ifPresent(entities::refresh); // what was read before the lock may be older
        return found;
    }

    /** Sheets over a file of a record, latest first. */
    public List<MaskSheet> list(UUID recordId, String original) {
        return entities.createQuery("""
                        select s from MaskSheet s where s.recordId = :record and s.original = :original order by s.begunAt desc, s.id
                        """, MaskSheet.class)
                .setParameter("record", recordId)
                .setParameter("original", original)
                .getResultList();
    }

    /** Somebody has a hand in the sheet from now on. */
    public void addHand(UUID sheetId, UUID staffId, Instant at) {
        entities.createNativeQuery("INSERT INTO doc_mask_hand (sheet_id, staff_id, since) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING")
                .setParameter(1, sheetId)
                .setParameter(2, staffId)
                .setParameter(3, at)
                .executeUpdate();
    }

    /** Who had a hand in the sheet. */
    public List<UUID> listHands(UUID sheetId) {
        List<?> found = entities.createNativeQuery("SELECT staff_id FROM doc_mask_hand WHERE sheet_id = ?1", UUID.class)
                .setParameter(1, sheetId)
                .getResultList();
        return found.stream().map(UUID.class::cast).toList();
    }

    /** A file of a record, with the PDF/A beside it if there is one. */
    public Optional<MaskedFile> findFile(UUID recordId, int position) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery("""
                        SELECT x.sha256, b.media_type, x.name, n.sha256 FROM doc_record_file x JOIN doc_file b ON b.sha256 = x.sha256
                        LEFT JOIN doc_rendition n ON n.original = x.sha256 AND n.state = 'MADE'
                        WHERE x.record_id = ?1 AND x.position = ?2
                        """, Object[].class)
                .setParameter(1, recordId)
                .setParameter(2, position)
                .getResultList();
        return rows.stream().findFirst()
                .map(row -> new MaskedFile((String) row[0], (String) row[1], (String) row[2], (String) row[3]));
    }

    /** Throws a sheet away that is not fixed. */
    public void discard(MaskSheet sheet) {
        entities.createNativeQuery("DELETE FROM doc_mask_hand WHERE sheet_id = ?1").setParameter(1, sheet.id()).executeUpdate();
        entities.remove(sheet);
        entities.flush();
    }

    /** Takes away every sheet of a record whose file is gone, with the copies made from them. */
    public void forget(UUID recordId) {
        entities.flush();
        for (var table : List.of("doc_mask_copy", "doc_mask_hand", "doc_mask_page", "doc_mask")) {
            entities.createNativeQuery("DELETE FROM " + table + " p USING doc_mask_sheet s WHERE s.id = p.sheet_id AND s.record_id = ?1")
                    .setParameter(1, recordId)
                    .executeUpdate();
        }
        entities.createNativeQuery("DELETE FROM doc_mask_sheet WHERE record_id = ?1").setParameter(1, recordId).executeUpdate();
    }

    /** Sheets of the reader's sections that wait for somebody who had no hand in them. */
    public Page<WaitingMasks> listWaiting(Reader reader, PageRequest page) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = fill(entities.createNativeQuery("SELECT s.id, r.id, r.number, r.title, s.purpose, s.proposed_name, s.proposed_at "
                        + WAITING + " ORDER BY s.proposed_at, s.id LIMIT :size OFFSET :skip", Object[].class), reader)
                .setParameter("size", page.size())
                .setParameter("skip", page.offset())
                .getResultList();
        var total = fill(entities.createNativeQuery("SELECT count(*) " + WAITING, Long.class), reader).getSingleResult();
        return new Page<>(rows.stream().map(MaskStore::waiting).toList(), ((Number) total).longValue(), page);
    }

    private static Query fill(Query query, Reader reader) {
        return query.setParameter("me", reader.staffId()).setParameter("sections", reader.sectionsAsked()).setParameter("whole", reader.wholeOffice());
    }

    private static WaitingMasks waiting(Object[] row) {
        return new WaitingMasks((UUID) row[0], (UUID) row[1], (String) row[2], (String) row[3], (String) row[4], (String) row[5], Moments.of(row[6]));
    }
}
