package jp.yakuba.exchange.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.yakuba.exchange.api.PublicationReader;
import jp.yakuba.exchange.api.PublishedItem;

/** Where this office's publications stand. Whoever changes one holds its row, so that serials are seen in the order in which they were given. */
@ApplicationScoped
public class PublicationStore {
    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /**
     * A publication in one moment.
     *
     * @param latest serial of its last change; 0 if nothing was published yet
     */
    public record Cut(long latest, List<PublishedItem> items) {
        public Cut {
            items = List.copyOf(items);
        }
    }

    public void open(String name) {
        entities.createNativeQuery("INSERT INTO exc_publication (name, serial) VALUES (?1, 0) ON CONFLICT DO NOTHING").setParameter(1, name).executeUpdate();
    }

    /** Waits for whoever changes the publication now. */
    public void lock(String name) {
        entities.createNativeQuery("SELECT serial FROM exc_publication WHERE name = ?1 FOR UPDATE", Long.class).setParameter(1, name).getSingleResult();
    }

    /** The mark of a state; empty if there never was one. */
    public Optional<String> findMark(String name, long serial) {
        return first(entities.createNativeQuery("SELECT mark FROM exc_publication_state WHERE name = ?1 AND serial = ?2", String.class)
                .setParameter(1, name)
                .setParameter(2, serial)
                .getResultList());
    }

    /** The item, withdrawn or not; empty if there never was one. */
    public Optional<PublishedItem> find(String name, String key) {
        return first(entities.createNativeQuery("SELECT item, serial, forget, content FROM exc_published WHERE name = ?1 AND item = ?2", Object[].class)
                .setParameter(1, name)
                .setParameter(2, key)
                .getResultList()).map(row -> item((Object[]) row));
    }

    /**
     * Writes an item with the next serial; the caller holds the publication.
     *
     * @param forget true if nothing may stay of what was told of the item before
     */
    public void put(String name, String key, byte[] content, boolean forget, String mark, Instant at) {
        long serial = ((Number) entities.createNativeQuery("UPDATE exc_publication SET serial = serial + 1 WHERE name = ?1 RETURNING serial", Long.class)
                .setParameter(1, name)
                .getSingleResult()).longValue();
        entities.createNativeQuery("INSERT INTO exc_publication_state (name, serial, mark, at) VALUES (?1, ?2, ?3, ?4)")
                .setParameter(1, name)
                .setParameter(2, serial)
                .setParameter(3, mark)
                .setParameter(4, at)
                .executeUpdate();
        entities.createNativeQuery("""
                        INSERT INTO exc_published AS p (name, item, serial, content, forget) VALUES (?1, ?2, ?3, CAST(?4 AS bytea), CAST(nullif(?5, 0) AS bigint))
                        ON CONFLICT (name, item) DO UPDATE SET serial = excluded.serial, content = excluded.content, forget = coalesce(excluded.forget, p.forget)
                        """)
                .setParameter(1, name)
                .setParameter(2, key)
                .setParameter(3, serial)
                .setParameter(4, content)
                .setParameter(5, forget ? serial : 0L)
                .executeUpdate();
    }

    /**
     * What changed after a serial, some items at a time in order, and the latest serial: both as they stood in one moment, for it is one statement.
     * Empty if there is no such publication.
     *
     * @param most items at most
     * @param mostBytes of their contents together, unless the first alone has more; what goes beyond is not read
     */
    public Optional<Cut> find(String name, long after, int most, long mostBytes) {
        List<?> found = entities.createNativeQuery("""
                        SELECT p.serial, i.item, i.serial AS changed, i.forget, i.content FROM exc_publication p
                        LEFT JOIN LATERAL (
                            SELECT max(s.serial) AS until FROM (
                                SELECT serial, row_number() OVER (ORDER BY serial) AS place, sum(bytes) OVER (ORDER BY serial) AS bytes FROM (
                                    SELECT serial, coalesce(length(content), 0) AS bytes FROM exc_published WHERE name = p.name AND serial > ?2
                                    ORDER BY serial LIMIT ?3) one) s
                            WHERE s.place = 1 OR s.bytes <= ?4) fitting ON true
                        LEFT JOIN LATERAL (
                            SELECT item, serial, forget, content FROM exc_published
                            WHERE name = p.name AND serial > ?2 AND serial <= fitting.until) i ON true
                        WHERE p.name = ?1 ORDER BY i.serial
                        """, Object[].class)
                .setParameter(1, name)
                .setParameter(2, after)
                .setParameter(3, most)
                .setParameter(4, mostBytes)
                .getResultList();
        var rows = found.stream().map(Object[].class::cast).toList();
        return rows.stream().findFirst().map(first -> new Cut(((Number) first[0]).longValue(), rows.stream().filter(row -> row[1] != null)
                .map(row -> item(new Object[] {row[1], row[2], row[3], row[4]})).toList()));
    }

    /** Who may read the publication, and when each last did. */
    public List<PublicationReader> listReaders(String name) {
        return entities.createNativeQuery("""
                        SELECT p.code, p.name, (SELECT u.at FROM exc_use u WHERE u.peer = p.code AND u.incoming AND u.service = ?1 ORDER BY u.at DESC LIMIT 1)
                        FROM exc_peer p WHERE p.state = 'ACTIVE' AND ?1 = ANY (p.services) ORDER BY p.code
                        """, Object[].class)
                .setParameter(1, name)
                .getResultList().stream().map(row -> reader((Object[]) row)).toList();
    }

    /** Keys whose item does not stand there with the hash. */
    public List<String> listOthers(String name, Map<String, String> sha256ByKey) {
        return entities.createNativeQuery("""
                        SELECT k.item FROM unnest(CAST(?2 AS text[]), CAST(?3 AS text[])) AS k (item, hash)
                        LEFT JOIN exc_published p ON p.name = ?1 AND p.item = k.item WHERE encode(sha256(p.content), 'hex') IS DISTINCT FROM k.hash
                        """, String.class)
                .setParameter(1, name)
                .setParameter(2, sha256ByKey.keySet().toArray(String[]::new))
                .setParameter(3, sha256ByKey.values().toArray(String[]::new))
                .getResultList().stream().map(String.class::cast).toList();
    }

    private static PublicationReader reader(Object[] row) {
        return new PublicationReader((String) row[0], (String) row[1], (Instant) row[2]);
    }

    private static PublishedItem item(Object[] row) {
        return new PublishedItem((String) row[0], ((Number) row[1]).longValue(), row[2] == null ? 0 : ((Number) row[2]).longValue(), (byte[]) row[3]);
    }

    @SuppressWarnings("unchecked")
    private static <T> Optional<T> first(List<?> rows) {
        return (Optional<T>) rows.stream().findFirst();
    }

    /** True if the item says just this. */
    public boolean says(String name, String key, byte[] content) {
        return find(name, key).filter(item -> Arrays.equals(item.content(), content)).isPresent();
    }
}
