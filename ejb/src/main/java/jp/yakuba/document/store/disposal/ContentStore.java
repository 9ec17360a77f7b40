package jp.yakuba.document.store.disposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.yakuba.document.api.RecordsEnded.Ended;
import jp.yakuba.document.model.disposal.Protocol;

/** Takes the content of a file away for good: words, places of files, and bytes that nothing else names. */
@ApplicationScoped
public class ContentStore {
    private static final String LYING_IN = "(SELECT f.record_id FROM doc_filing f WHERE f.dossier_id = ?1 AND f.until IS NULL)";

    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** Records that lie in the file; none of them leaves it until the deed ends. */
    public List<Ended> lockRecords(UUID dossierId) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery("""
                        SELECT r.id, r.cause_type, r.cause_id, r.direction = 'IN' FROM doc_filing f JOIN doc_record r ON r.id = f.record_id
                        WHERE f.dossier_id = ?1 AND f.until IS NULL ORDER BY r.id FOR UPDATE OF f
                        """, Object[].class)
                .setParameter(1, dossierId)
                .getResultList();
        return rows.stream().map(row -> new Ended((UUID) row[0], (String) row[1], (UUID) row[2], (Boolean) row[3])).toList();
    }

    /** How much lies in the file. */
    public Protocol.Amount amountOf(UUID dossierId) {
        var row = (Object[]) entities.createNativeQuery("""
                        SELECT count(DISTINCT f.record_id), count(x.sha256), coalesce(sum(b.size), 0)
                        FROM doc_filing f LEFT JOIN doc_record_file x ON x.record_id = f.record_id LEFT JOIN doc_file b ON b.sha256 = x.sha256
                        WHERE f.dossier_id = ?1 AND f.until IS NULL
                        """, Object[].class)
                .setParameter(1, dossierId)
                .getSingleResult();
        return new Protocol.Amount(((Number) row[0]).intValue(), ((Number) row[1]).intValue(), ((Number) row[2]).longValue());
    }

    /** Files of the records and of their drafts, with the PDF/A, signed versions, and masked copies beside them; nobody begins to want one of them until the deed ends. */
    public Set<String> lockFiles(UUID dossierId) {
        List<?> found = entities.createNativeQuery("""
                        SELECT b.sha256 FROM doc_file b
                        WHERE b.sha256 IN (SELECT unnest(ARRAY[x.sha256, n.sha256]) FROM doc_filing f
                            JOIN doc_record_file x ON x.record_id = f.record_id LEFT JOIN doc_rendition n ON n.original = x.sha256
                            WHERE f.dossier_id = ?1 AND f.until IS NULL
                            UNION SELECT unnest(ARRAY[x.sha256, n.sha256]) FROM doc_filing f JOIN doc_draft d ON d.record_id = f.record_id
                            JOIN doc_draft_file x ON x.draft_id = d.id LEFT JOIN doc_rendition n ON n.original = x.sha256
                            WHERE f.dossier_id = ?1 AND f.until IS NULL
                            UNION SELECT unnest(ARRAY[s.original, v.sha256]) FROM doc_filing f JOIN doc_signature s ON s.record_id = f.record_id
                            LEFT JOIN doc_signature_version v ON v.original = s.original WHERE f.dossier_id = ?1 AND f.until IS NULL
                            UNION SELECT unnest(ARRAY[m.source, c.sha256]) FROM doc_filing f JOIN doc_mask_sheet m ON m.record_id = f.record_id
                            LEFT JOIN doc_mask_copy c ON c.sheet_id = m.id WHERE f.dossier_id = ?1 AND f.until IS NULL)
                        ORDER BY b.sha256 FOR UPDATE
                        """, String.class)
                .setParameter(1, dossierId)
                .getResultList();
        return found.stream().map(String.class::cast).collect(Collectors.toSet());
    }

    /** Takes out of the registers what the records said; number, dates and place stay. */
    public void forgetWords(UUID dossierId) {
        for (var sql : List.of(
                "DELETE FROM doc_record_file WHERE record_id IN ",
                "DELETE FROM doc_index WHERE record_id IN ",
                "DELETE FROM doc_receipt WHERE record_id IN ",
                "UPDATE doc_circulation SET note = NULL WHERE note IS NOT NULL AND record_id IN ",
                "UPDATE doc_circulation_reader SET comment = NULL WHERE comment IS NOT NULL AND record_id IN ",
                "UPDATE doc_record SET title = '廃棄済み', party = '廃棄済み' WHERE id IN ")) {
            entities.createNativeQuery(sql + LYING_IN).setParameter(1, dossierId).executeUpdate();
        }
    }

    /** Takes bytes away unless a row anywhere still names them. */
    public void forgetFiles(Collection<String> files) {
        entities.createNativeQuery("SELECT count(doc_forget_file(x.sha256)) FROM (SELECT unnest(?1) AS sha256 ORDER BY 1) x", Long.class)
                .setParameter(1, files.toArray(String[]::new))
                .getSingleResult();
    }
}
