package jp.yakuba.document.store.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Where the text of files is kept, and for each record what it is found by. */
@ApplicationScoped
public class IndexStore {
    private static final Duration CLAIMED = Duration.ofMinutes(10);

    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** A file of a record whose text was not read yet. */
    public record Unread(String sha256, String mediaType, long size) {}

    /** Takes the next that are due for this node; until some time has passed no other takes them. */
    @SuppressWarnings("unchecked")
    public List<UUID> claim(Instant now, int most) {
        return entities.createNativeQuery("""
                        UPDATE doc_index i SET due_at = ?2
                        FROM (SELECT w.record_id FROM doc_index w WHERE w.state = 'WAITING' AND (w.due_at IS NULL OR w.due_at <= ?1)
                            ORDER BY w.due_at NULLS FIRST LIMIT ?3 FOR UPDATE SKIP LOCKED) mine
                        WHERE i.record_id = mine.record_id RETURNING i.record_id
                        """, UUID.class)
                .setParameter(1, now)
                .setParameter(2, now.plus(CLAIMED))
                .setParameter(3, most)
                .getResultList();
    }

    /** The files of the record are going to be read; returns how often that was begun. What comes to its end meanwhile was never begun. */
    public int begin(UUID recordId, Instant now) {
        List<?> attempts = entities.createNativeQuery(
                        "UPDATE doc_index SET due_at = ?2, attempts = attempts + 1 WHERE record_id = ?1 RETURNING attempts", Integer.class)
                .setParameter(1, recordId)
                .setParameter(2, now.plus(CLAIMED))
                .getResultList();
        return attempts.isEmpty() ? 0 : (Integer) attempts.get(0);
    }

    /** Gives back what was taken and not begun. */
    public void giveBack(Collection<UUID> records) {
        entities.createNativeQuery("UPDATE doc_index SET due_at = NULL WHERE state = 'WAITING' AND record_id IN (?1)")
                .setParameter(1, records)
                .executeUpdate();
    }

    /** Of the records those that have files whose text was not read yet, with these files. */
    @SuppressWarnings("unchecked")
    public Map<UUID, List<Unread>> listUnread(Collection<UUID> records) {
        List<Object[]> rows = entities.createNativeQuery("""
                        SELECT DISTINCT x.record_id, f.sha256, f.media_type, f.size
                        FROM doc_record_file x JOIN doc_file f ON f.sha256 = x.sha256
                        WHERE x.record_id IN (?1) AND NOT EXISTS (SELECT 1 FROM doc_text t WHERE t.sha256 = x.sha256)
                        """, Object[].class)
                .setParameter(1, records)
                .getResultList();
        return rows.stream().collect(Collectors.groupingBy(row -> (UUID) row[0], Collectors.mapping(
                row -> new Unread((String) row[1], (String) row[2], ((Number) row[3]).longValue()), Collectors.toList())));
    }

    /** Keeps the text of a file; of one whose bytes went meanwhile nothing is kept. */
    public void keep(String sha256, String state, String text, Instant at) {
        entities.createNativeQuery("""
                        INSERT INTO doc_text (sha256, state, text, read_at)
                        SELECT f.sha256, cast(?2 AS text), cast(?3 AS text), cast(?4 AS timestamptz) FROM doc_file f WHERE f.sha256 = ?1 FOR KEY SHARE
                        ON CONFLICT DO NOTHING
                        """)
                .setParameter(1, sha256)
                .setParameter(2, state)
                .setParameter(3, text)
                .setParameter(4, at)
                .executeUpdate();
    }

    /** How many bytes of text each of the records has that are still there, without reading them. */
    public Map<UUID, Long> weigh(Collection<UUID> records) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery("""
                        SELECT i.record_id, coalesce(sum(octet_length(t.text)), 0)
                        FROM doc_index i LEFT JOIN doc_record_file x ON x.record_id = i.record_id LEFT JOIN doc_text t ON t.sha256 = x.sha256
                        WHERE i.record_id IN (?1) GROUP BY i.record_id
                        """, Object[].class)
                .setParameter(1, records)
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> (UUID) row[0], row -> ((Number) row[1]).longValue()));
    }

    /** Everything by which the records are found. */
    public Map<UUID, List<String>> listWords(Collection<UUID> records) {
        @SuppressWarnings("unchecked")
        List<Object[]> found = entities.createNativeQuery("""
                        SELECT id, words FROM (
                            SELECT r.id, unnest(ARRAY[r.number, r.title, r.party, p.sender_number]) AS words
                            FROM doc_record r LEFT JOIN doc_receipt p ON p.record_id = r.id WHERE r.id IN (?1)
                            UNION ALL SELECT x.record_id, unnest(ARRAY[x.name, t.text])
                            FROM doc_record_file x LEFT JOIN doc_text t ON t.sha256 = x.sha256 WHERE x.record_id IN (?1)) all_words
                        WHERE words IS NOT NULL
                        """, Object[].class)
                .setParameter(1, records)
                .getResultList();
        return found.stream().collect(Collectors.groupingBy(
                row -> (UUID) row[0], Collectors.mapping(row -> (String) row[1], Collectors.toList())));
    }

    /** The records are found by these pairs from now on; one that has ended meanwhile is not. */
    public void put(Map<UUID, Set<String>> pairs) {
        var records = new ArrayList<>(pairs.keySet());
        entities.createNativeQuery("""
                        UPDATE doc_index i SET state = 'DONE', words = array_to_tsvector(string_to_array(n.pairs, E'\n'))
                        FROM unnest(cast(?1 AS uuid[]), cast(?2 AS text[])) AS n (record_id, pairs) WHERE i.record_id = n.record_id
                        """)
                .setParameter(1, records.toArray(UUID[]::new))
                .setParameter(2, records.stream().map(record -> String.join("\n", pairs.get(record))).toArray(String[]::new))
                .executeUpdate();
    }

    /** How many records are not in the index yet; counted to a thousand. */
    public long countWaiting() {
        return ((Number) entities.createNativeQuery("SELECT count(*) FROM (SELECT 1 FROM doc_index i WHERE i.state = 'WAITING' LIMIT 1000) w", Long.class)
                        .getSingleResult())
                .longValue();
    }

    /** Files of the records with their text: record, position, name, state and text; null until it was read. */
    @SuppressWarnings("unchecked")
    public List<Object[]> listTexts(Collection<UUID> records) {
        return records.isEmpty() ? List.of() : entities.createNativeQuery("""
                        SELECT x.record_id, x.position, x.name, t.state, t.text
                        FROM doc_record_file x LEFT JOIN doc_text t ON t.sha256 = x.sha256
                        WHERE x.record_id IN (?1) ORDER BY x.record_id, x.position
                        """, Object[].class)
                .setParameter(1, records)
                .getResultList();
    }
}
