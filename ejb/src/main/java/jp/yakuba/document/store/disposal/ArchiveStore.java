package jp.yakuba.document.store.disposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import jp.yakuba.document.store.Moments;

/** Asks what lies in a file that is handed over. */
@ApplicationScoped
public class ArchiveStore {
    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** A file of a record: its SHA-256, and the name it came with; null if only the domain of its cause knows it. */
    public record Bytes(String sha256, String name) {}

    /** A record: as the register has it, the end of its history, and its files in order. */
    public record Line(String number, String title, String party, Instant recordedAt, String historyEnd, List<Bytes> files) {}

    /** Records that lie in the file, in the order in which they were entered; behind their files the latest versions of signed ones. */
    public List<Line> listRecords(UUID dossierId) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery("""
                        SELECT r.id, r.number, r.title, r.party, r.recorded_at, h.hash, x.sha256, x.name
                        FROM doc_filing f JOIN doc_record r ON r.id = f.record_id
                        LEFT JOIN doc_event_head h ON h.record_id = r.id LEFT JOIN (
                            SELECT o.record_id, false AS proven, o.position, o.sha256, o.name FROM doc_record_file o UNION ALL
                            SELECT s.record_id, true, o.position, s.latest, o.name FROM doc_signature s
                            JOIN doc_record_file o ON o.record_id = s.record_id AND o.sha256 = s.original WHERE s.latest <> s.original
                        ) x ON x.record_id = r.id
                        WHERE f.dossier_id = ?1 AND f.until IS NULL ORDER BY r.recorded_at, r.id, x.proven, x.position
                        """, Object[].class)
                .setParameter(1, dossierId)
                .getResultList();
        var lines = new LinkedHashMap<UUID, Line>();
        for (var row : rows) {
            var line = lines.computeIfAbsent((UUID) row[0], id -> new Line((String) row[1], (String) row[2], (String) row[3],
                    Moments.of(row[4]), row[5] == null ? null : HexFormat.of().formatHex((byte[]) row[5]), new ArrayList<>()));
            if (row[6] != null) {
                line.files().add(new Bytes((String) row[6], (String) row[7]));
            }
        }
        return List.copyOf(lines.values());
    }
}
