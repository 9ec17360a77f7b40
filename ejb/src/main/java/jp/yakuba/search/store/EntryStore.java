package jp.yakuba.search.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import jp.yakuba.kernel.Folding;
import jp.yakuba.search.api.Hit;
import jp.yakuba.search.api.IndexEntry;
import jp.yakuba.search.model.TextVector;

/** Where the index is kept. */
@ApplicationScoped
public class EntryStore {
    private static final String PUT = """
            INSERT INTO sch_entry (kind, key, area, title, tokens, fragment)
            VALUES (:kind, :key, :area, :title, CAST(:tokens AS tsvector), :fragment)
            ON CONFLICT (kind, key) DO UPDATE SET
                area = excluded.area, title = excluded.title, tokens = excluded.tokens, fragment = excluded.fragment
            """;
    private static final String FIND = """
            SELECT key, title,
                   CAST(ts_rank(tokens, CAST(:exact AS tsquery)) + 0.1 * ts_rank(tokens, CAST(:wide AS tsquery))
                        + CASE WHEN fragment LIKE :start THEN 0.5 WHEN fragment LIKE :part THEN 0.2 ELSE 0 END
                        AS double precision) AS score
            FROM sch_entry
            WHERE kind = :kind AND area IN ('public', :area)
              AND (tokens @@ CAST(:wide AS tsquery) OR fragment LIKE :part)
            ORDER BY score DESC, title, key
            LIMIT :most
            """;

    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** Puts or replaces an entry. */
    public void put(IndexEntry entry) {
        entities.createNativeQuery(PUT)
                .setParameter("kind", entry.kind())
                .setParameter("key", entry.key())
                .setParameter("area", entry.area())
                .setParameter("title", entry.title())
                .setParameter("tokens", TextVector.of(entry))
                .setParameter("fragment", TextVector.fragmentOf(entry))
                .executeUpdate();
    }

    /** Takes an entry out. */
    public void remove(String kind, String key) {
        entities.createNativeQuery("DELETE FROM sch_entry WHERE kind = :kind AND key = :key")
                .setParameter("kind", kind)
                .setParameter("key", key)
                .executeUpdate();
    }

    /** What fits the words, best first; parts of words count only where no kanji were typed. */
    public List<Hit> find(String kind, String area, String words, int limit) {
        var typed = escaped(TextVector.fragment(words));
        boolean byPart = Folding.isWithoutKanji(typed) && !typed.isBlank();
        List<?> rows = entities.createNativeQuery(FIND)
                .setParameter("kind", kind)
                .setParameter("area", area)
                .setParameter("exact", TextVector.question(words))
                .setParameter("wide", TextVector.wideQuestion(words))
                .setParameter("start", typed + "%")
                .setParameter("part", byPart ? "%" + typed + "%" : "")
                .setParameter("most", limit)
                .getResultList();
        return rows.stream().map(Object[].class::cast)
                .map(row -> new Hit((String) row[0], (String) row[1], ((Number) row[2]).doubleValue()))
                .toList();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
