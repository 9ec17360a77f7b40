package jp.yakuba.share.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.Sha256;
import jp.yakuba.kernel.VisibleText;
import jp.yakuba.share.api.OfferedProcedureLine;
import jp.yakuba.share.api.TakenState;
import jp.yakuba.share.model.OfferedProcedure;
import jp.yakuba.share.model.SharedContent;
import jp.yakuba.share.model.TakenProcedure;

/** Where shared procedures stand: the own ones by name, those of others with what they say. */
@ApplicationScoped
public class ShareStore {
    private static final String STATE = """
            CASE WHEN t.code IS NULL THEN 'NONE' WHEN o.code IS NULL THEN 'WITHDRAWN' WHEN o.sha256 = t.sha256 THEN 'SAME' ELSE 'NEWER' END""";
    private static final String TAKEN = "SELECT t.code, t.peer, t.serial, t.name, t.content, t.sha256, t.taken_at, t.taken_by, " + STATE
            + " FROM shr_taken t LEFT JOIN shr_offered o ON o.peer = t.peer AND o.code = t.code";
    /** Every word stands somewhere in name, reading or summary. */
    private static final String FITS = " " + """
            WHERE NOT EXISTS (SELECT 1 FROM unnest(string_to_array(?1, ' ')) word WHERE word <> ''
                AND position(lower(word) IN lower(o.name || ' ' || o.kana || ' ' || o.summary || ' ' || o.code)) = 0)""";

    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** Who shared it, and when. */
    public record Shared(String code, Instant at, String by) {}

    /** Waits for whoever does something with the procedure of the code; the lock goes with the transaction. */
    public void lock(String code) {
        entities.createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtext('shr_' || ?1))").setParameter(1, code).getSingleResult();
    }

    public void share(String code, Instant at, String by) {
        entities.createNativeQuery("INSERT INTO shr_shared (code, shared_at, shared_by) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING")
                .setParameter(1, code)
                .setParameter(2, at)
                .setParameter(3, by)
                .executeUpdate();
    }

    public void unshare(String code) {
        entities.createNativeQuery("DELETE FROM shr_shared WHERE code = ?1").setParameter(1, code).executeUpdate();
    }

    /** Own procedures that are shared, by code. */
    public Map<String, Shared> listShared() {
        var shared = new LinkedHashMap<String, Shared>();
        for (var row : entities.createNativeQuery("SELECT code, shared_at, shared_by FROM shr_shared ORDER BY code", Object[].class).getResultList()) {
            var columns = (Object[]) row;
            shared.put((String) columns[0], new Shared((String) columns[0], (Instant) columns[1], (String) columns[2]));
        }
        return shared;
    }

    /** Nothing but procedures of these codes is offered by the office any more. */
    public void keepOffers(String peer, Set<String> codes) {
        entities.createNativeQuery("DELETE FROM shr_offered WHERE peer = ?1 AND NOT code = ANY (CAST(?2 AS text[]))")
                .setParameter(1, peer)
                .setParameter(2, codes.toArray(String[]::new))
                .executeUpdate();
    }

    public void forgetOffer(String peer, String code) {
        entities.createNativeQuery("DELETE FROM shr_offered WHERE peer = ?1 AND code = ?2").setParameter(1, peer).setParameter(2, code).executeUpdate();
    }

    /** Writes down what an office offers, in place of what it said of it before. */
    public void offer(String peer, long serial, SharedContent content, byte[] bytes) {
        entities.createNativeQuery("""
                        INSERT INTO shr_offered (peer, code, serial, name, kana, summary, content, sha256) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                        ON CONFLICT (peer, code) DO UPDATE SET serial = excluded.serial, name = excluded.name, kana = excluded.kana,
                            summary = excluded.summary, content = excluded.content, sha256 = excluded.sha256
                        """)
                .setParameter(1, peer)
                .setParameter(2, content.code())
                .setParameter(3, serial)
                .setParameter(4, VisibleText.of(content.name()))
                .setParameter(5, VisibleText.of(content.kana()))
                .setParameter(6, VisibleText.of(content.summary()))
                .setParameter(7, bytes)
                .setParameter(8, Sha256.hex(bytes))
                .executeUpdate();
    }

    /** Procedures of others that have all the words, by their reading. */
    public List<OfferedProcedureLine> list(String words, PageRequest request) {
        return named("SELECT o.peer, o.code, o.name, o.summary, " + STATE + " FROM shr_offered o LEFT JOIN shr_taken t ON t.peer = o.peer AND t.code = o.code"
                        + FITS + " ORDER BY o.kana, o.peer, o.code", words)
                .setFirstResult(request.offset())
                .setMaxResults(request.size())
                .getResultList().stream().map(row -> line((Object[]) row)).toList();
    }

    private static OfferedProcedureLine line(Object[] row) {
        return new OfferedProcedureLine((String) row[0], (String) row[0], (String) row[1], (String) row[2], (String) row[3],
                TakenState.valueOf((String) row[4]));
    }

    public long count(String words) {
        return ((Number) entities.createNativeQuery("SELECT count(*) FROM shr_offered o" + FITS, Long.class).setParameter(1, words).getSingleResult())
                .longValue();
    }

    private Query named(String sql, String words) {
        return entities.createNativeQuery(sql, Object[].class).setParameter(1, words);
    }

    /** What the office says of the procedure now. */
    public Optional<OfferedProcedure> find(String peer, String code) {
        return entities.createNativeQuery("SELECT peer, code, serial, name, content, sha256 FROM shr_offered WHERE peer = ?1 AND code = ?2", Object[].class)
                .setParameter(1, peer)
                .setParameter(2, code)
                .getResultList().stream().findFirst().map(row -> offered((Object[]) row));
    }

    private static OfferedProcedure offered(Object[] row) {
        return new OfferedProcedure((String) row[0], (String) row[1], ((Number) row[2]).longValue(), (String) row[3], (byte[]) row[4], (String) row[5]);
    }

    /** Remembers what was taken over, in place of an earlier version; form is the number of the working copy, null if there is none. */
    public void take(OfferedProcedure offered, Integer form, Instant at, String by) {
        entities.createNativeQuery("""
                        INSERT INTO shr_taken (code, peer, serial, name, content, sha256, form, taken_at, taken_by)
                        VALUES (?1, ?2, ?3, ?4, ?5, ?6, CAST(?7 AS int), ?8, ?9)
                        ON CONFLICT (code) DO UPDATE SET peer = excluded.peer, serial = excluded.serial, name = excluded.name, content = excluded.content,
                            sha256 = excluded.sha256, form = excluded.form, taken_at = excluded.taken_at, taken_by = excluded.taken_by
                        """)
                .setParameter(1, offered.code())
                .setParameter(2, offered.peer())
                .setParameter(3, offered.serial())
                .setParameter(4, offered.name())
                .setParameter(5, offered.content())
                .setParameter(6, offered.sha256())
                .setParameter(7, form)
                .setParameter(8, at)
                .setParameter(9, by)
                .executeUpdate();
    }

    /** What was taken over, newer versions first, then what was withdrawn. */
    public List<TakenProcedure> listTaken() {
        return entities.createNativeQuery(TAKEN + " ORDER BY o.sha256 = t.sha256, o.code IS NULL, t.code", Object[].class)
                .getResultList().stream().map(row -> taken((Object[]) row)).toList();
    }

    /** What was taken over of the procedure. */
    public Optional<TakenProcedure> findTaken(String code) {
        return entities.createNativeQuery(TAKEN + " WHERE t.code = ?1", Object[].class)
                .setParameter(1, code)
                .getResultList().stream().findFirst().map(row -> taken((Object[]) row));
    }

    private static TakenProcedure taken(Object[] row) {
        return new TakenProcedure((String) row[0], (String) row[1], ((Number) row[2]).longValue(), (String) row[3], (byte[]) row[4], (String) row[5],
                (Instant) row[6], (String) row[7], TakenState.valueOf((String) row[8]));
    }
}
