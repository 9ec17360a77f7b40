package jp.yakuba.register.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.register.api.EntryDeed;
import jp.yakuba.register.api.Register;
import jp.yakuba.register.model.Entry;
import jp.yakuba.register.model.EntryContent;
import jp.yakuba.register.model.PastState;

/** Where entries of joint registers stand, the own ones and the copied ones, with how they stood before. */
@ApplicationScoped
public class RegisterStore {
    private static final String COLUMNS = "SELECT register, office, own, version, withheld, withdrawn_at, content FROM reg_entry";
    private static final String ONE = " WHERE register = ?1 AND office = ?2 AND number = ?3";
    /** Every pair of signs of the words is there, and every word stands as a whole in what an entry is found by; or it is its number. */
    private static final String FITS = " " + """
            WHERE register = ?1 AND (upper(number) = ?4 OR pairs @> CAST(?3 AS text[])
                AND NOT EXISTS (SELECT 1 FROM unnest(string_to_array(?2, ' ')) word WHERE word <> '' AND position(word IN folded) = 0))""";
    private static final String ALL = " WHERE register = ?1";
    private static final String ARE = " WHERE register = ?1 AND office = ?2 AND number = ANY (CAST(?3 AS text[]))";

    private static final String ENDED = "(valid_until < ?%1$d OR withdrawn_at < CAST(?%1$d AS timestamptz))";

    /** What another office told of an entry, and the serial of that change. */
    public record Told(EntryContent content, long serial) {}

    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** Takes the next place in the register; who comes at the same time waits. */
    public int takePlace(Register register) {
        return ((Number) entities.createNativeQuery("""
                        INSERT INTO reg_place (register, last) VALUES (?1, 1) ON CONFLICT (register) DO UPDATE SET last = reg_place.last + 1 RETURNING last
                        """, Integer.class)
                .setParameter(1, register.name())
                .getSingleResult()).intValue();
    }

    /** Waits for whoever enters by the same form. */
    public void lockForm(UUID once) {
        entities.createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtext('reg_' || CAST(?1 AS text)))").setParameter(1, once).getSingleResult();
    }

    /** The number that was given to what the form entered. */
    public Optional<String> findByForm(UUID once) {
        List<?> found = entities.createNativeQuery("SELECT number FROM reg_entry WHERE once = ?1", String.class).setParameter(1, once).getResultList();
        return found.stream().findFirst().map(String.class::cast);
    }

    /** The number under which this office has the corporation on the register, if another than {@code number}. */
    public Optional<String> findCorporation(Register register, String corporateNumber, String number) {
        List<?> found = entities.createNativeQuery("""
                        SELECT number FROM reg_entry WHERE register = ?1 AND corporate_number = ?2 AND number <> ?3 AND own AND withdrawn_at IS NULL
                        """, String.class)
                .setParameter(1, register.name())
                .setParameter(2, corporateNumber)
                .setParameter(3, number)
                .getResultList();
        return found.stream().findFirst().map(String.class::cast);
    }

    /** Waits for whoever registers the same corporation. */
    public void lockCorporation(String corporateNumber) {
        entities.createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtext('reg_' || ?1))").setParameter(1, corporateNumber).getSingleResult();
    }

    /** Writes an entry down, or in place of what it was; once is null for a copied one, or one that is there. */
    public void put(Entry entry, UUID once) {
        var content = entry.content();
        entities.createNativeQuery("""
                        INSERT INTO reg_entry (register, office, number, own, once, version, name, folded, corporate_number, valid_from, valid_until,
                            withheld, content, pairs)
                        VALUES (?1, ?2, ?3, ?4, CAST(nullif(?5, '') AS uuid), ?6, ?7, ?8, nullif(?9, ''), CAST(nullif(?10, '') AS date), ?11, ?12, ?13, ?14)
                        ON CONFLICT (register, office, number) DO UPDATE SET version = excluded.version, name = excluded.name, folded = excluded.folded,
                            corporate_number = excluded.corporate_number, valid_from = excluded.valid_from, valid_until = excluded.valid_until,
                            withheld = excluded.withheld, withdrawn_at = NULL, content = excluded.content, pairs = excluded.pairs
                        """)
                .setParameter(1, content.register().name())
                .setParameter(2, entry.office())
                .setParameter(3, content.number())
                .setParameter(4, entry.own())
                .setParameter(5, once == null ? "" : once.toString())
                .setParameter(6, entry.version())
                .setParameter(7, content.name())
                .setParameter(8, content.folded())
                .setParameter(9, content.corporateNumber())
                .setParameter(10, content.validFrom() == null ? "" : content.validFrom().toString())
                .setParameter(11, content.validUntil())
                .setParameter(12, entry.withheld())
                .setParameter(13, content.write())
                .setParameter(14, EntryContent.pairs(content.folded()).toArray(String[]::new))
                .executeUpdate();
    }

    /**
     * Writes down what another office told, and remembers it as it stands from now on: some hundreds in three statements. What was remembered with the
     * same moment was an earlier part of the same reading, and makes room.
     */
    public void putCopies(Register register, String office, List<Told> told, Instant at) {
        if (told.isEmpty()) {
            return;
        }
        many("""
                INSERT INTO reg_entry (register, office, number, own, version, name, folded, corporate_number, valid_from, valid_until, withheld, content, pairs)
                SELECT CAST(?1 AS text), CAST(?2 AS text), n.number, false, CAST(n.serial AS bigint), n.name, n.folded, nullif(n.corporate, ''),
                    CAST(nullif(n.since, '') AS date), CAST(n.until AS date), false, convert_to(n.content, 'UTF8'), string_to_array(n.pairs, chr(10))
                FROM unnest(CAST(?3 AS text[]), CAST(?4 AS text[]), CAST(?5 AS text[]), CAST(?6 AS text[]), CAST(?7 AS text[]), CAST(?8 AS text[]),
                    CAST(?9 AS text[]), CAST(?10 AS text[]), CAST(?11 AS text[])) AS n (number, serial, name, folded, corporate, since, until, content, pairs)
                ON CONFLICT (register, office, number) DO UPDATE SET version = excluded.version, name = excluded.name, folded = excluded.folded,
                    corporate_number = excluded.corporate_number, valid_from = excluded.valid_from, valid_until = excluded.valid_until,
                    withdrawn_at = NULL, content = excluded.content, pairs = excluded.pairs""", register, office, column(told, one -> one.content().number()))
                .setParameter(4, column(told, one -> String.valueOf(one.serial())))
                .setParameter(5, column(told, one -> one.content().name()))
                .setParameter(6, column(told, one -> one.content().folded()))
                .setParameter(7, column(told, one -> one.content().corporateNumber()))
                .setParameter(8, column(told, one -> one.content().validFrom() == null ? "" : one.content().validFrom().toString()))
                .setParameter(9, column(told, one -> one.content().validUntil().toString()))
                .setParameter(10, column(told, one -> new String(one.content().write(), StandardCharsets.UTF_8)))
                .setParameter(11, column(told, one -> String.join("\n", EntryContent.pairs(one.content().folded()))))
                .executeUpdate();
        many("DELETE FROM reg_change" + ARE + " AND at = ?4", register, office, column(told, one -> one.content().number())).setParameter(4, at).executeUpdate();
        many("""
                INSERT INTO reg_change (register, office, number, at, deed, content)
                SELECT register, office, number, CAST(?4 AS timestamptz), 'COPIED', content FROM reg_entry""" + ARE, register, office, column(told, one -> one.content().number()))
                .setParameter(4, at)
                .executeUpdate();
    }

    private static String[] column(List<Told> told, Function<Told, String> member) {
        return told.stream().map(member).toArray(String[]::new);
    }

    private jakarta.persistence.Query many(String sql, Register register, String office, String[] numbers) {
        return entities.createNativeQuery(sql).setParameter(1, register.name()).setParameter(2, office).setParameter(3, numbers);
    }

    /** Those of the entries that are here, by number. */
    public Map<String, Entry> findAll(Register register, String office, Collection<String> numbers) {
        List<?> rows = entities.createNativeQuery(COLUMNS + ARE, Object[].class)
                .setParameter(1, register.name())
                .setParameter(2, office)
                .setParameter(3, numbers.toArray(String[]::new))
                .getResultList();
        return rows.stream().map(row -> entry((Object[]) row)).collect(Collectors.toMap(one -> one.content().number(), Function.identity()));
    }

    /** Forgets how the entries stood before. */
    public void forgetStates(Register register, String office, Collection<String> numbers) {
        if (!numbers.isEmpty()) {
            many("DELETE FROM reg_change" + ARE, register, office, numbers.toArray(String[]::new)).executeUpdate();
        }
    }

    /** Nothing of the entries stays here. */
    public void forgetAll(Register register, String office, Collection<String> numbers) {
        if (!numbers.isEmpty()) {
            many("DELETE FROM reg_entry" + ARE, register, office, numbers.toArray(String[]::new)).executeUpdate();
        }
    }

    /** Nothing that was copied from the office stays here. */
    public void forgetOffice(Register register, String office) {
        entities.createNativeQuery("DELETE FROM reg_entry WHERE register = ?1 AND office = ?2 AND NOT own").setParameter(1, register.name())
                .setParameter(2, office)
                .executeUpdate();
    }

    /** Those of the entries that are on the register are taken off, and that is remembered in place of what was remembered with the same moment. */
    public void withdrawAll(Register register, String office, Collection<String> numbers, Instant at) {
        if (!numbers.isEmpty()) {
            many("""
                    WITH gone AS (UPDATE reg_entry SET withdrawn_at = ?4, version = version + 1""" + ARE + " AND withdrawn_at IS NULL " + """
                    RETURNING register, office, number),
                    part AS (DELETE FROM reg_change c USING gone g WHERE (c.register, c.office, c.number) = (g.register, g.office, g.number) AND c.at = ?4)
                    INSERT INTO reg_change (register, office, number, at, deed) SELECT register, office, number, CAST(?4 AS timestamptz), 'WITHDRAWN' FROM gone""", register, office,
                    numbers.toArray(String[]::new))
                    .setParameter(4, at)
                    .executeUpdate();
        }
    }

    /** Numbers of the office's entries on the register that are not among these. */
    public List<String> listNumbersBut(Register register, String office, Collection<String> numbers) {
        return entities.createNativeQuery("""
                        SELECT e.number FROM reg_entry e WHERE e.register = ?1 AND e.office = ?2 AND e.withdrawn_at IS NULL
                        AND NOT EXISTS (SELECT 1 FROM unnest(CAST(?3 AS text[])) one WHERE one = e.number)
                        """, String.class)
                .setParameter(1, register.name())
                .setParameter(2, office)
                .setParameter(3, numbers.toArray(String[]::new))
                .getResultList().stream().map(String.class::cast).toList();
    }

    /** Some entries that the office may tell of, after the number, in the order of their numbers. */
    public List<Entry> listTold(Register register, String office, String after, int most) {
        return entities.createNativeQuery(COLUMNS + " WHERE register = ?1 AND office = ?2 AND number > ?3 AND withdrawn_at IS NULL AND NOT withheld ORDER BY number",
                        Object[].class)
                .setParameter(1, register.name())
                .setParameter(2, office)
                .setParameter(3, after)
                .setMaxResults(most)
                .getResultList().stream().map(row -> entry((Object[]) row)).toList();
    }

    /** Offices that keep entries that ended before the day. */
    public List<String> listEndedOffices(Register register, LocalDate before) {
        return entities.createNativeQuery("SELECT DISTINCT office FROM reg_entry WHERE register = ?1 AND " + ENDED.formatted(2) + " ORDER BY office", String.class)
                .setParameter(1, register.name())
                .setParameter(2, before)
                .getResultList().stream().map(String.class::cast).toList();
    }

    /** Numbers of some entries of the office that ended before the day. */
    public List<String> listEnded(Register register, String office, LocalDate before, int most) {
        return entities.createNativeQuery("SELECT number FROM reg_entry WHERE register = ?1 AND office = ?2 AND " + ENDED.formatted(3), String.class)
                .setParameter(1, register.name())
                .setParameter(2, office)
                .setParameter(3, before)
                .setMaxResults(most)
                .getResultList().stream().map(String.class::cast).toList();
    }

    /** Those of the entries that ended before the day and that nobody else has in hand, held until the deed ends. */
    public List<String> lockEnded(Register register, String office, Collection<String> numbers, LocalDate before) {
        List<?> held = entities.createNativeQuery("SELECT number FROM reg_entry" + ARE + " AND " + ENDED.formatted(4) + " FOR UPDATE SKIP LOCKED", String.class)
                .setParameter(1, register.name())
                .setParameter(2, office)
                .setParameter(3, numbers.toArray(String[]::new))
                .setParameter(4, before)
                .getResultList();
        return held.stream().map(String.class::cast).toList();
    }

    /** Takes the round for this node until then; false if another node has it. */
    public boolean claimRound(Instant now, Instant until) {
        return entities.createNativeQuery("INSERT INTO reg_round (one, until) VALUES (true, ?2) ON CONFLICT (one) DO UPDATE SET until = ?2 WHERE reg_round.until <= ?1")
                .setParameter(1, now)
                .setParameter(2, until)
                .executeUpdate() > 0;
    }

    /** It is off the register. */
    public void withdraw(Register register, String office, String number, long version, Instant at) {
        one("UPDATE reg_entry SET withdrawn_at = ?4, version = ?5" + ONE, register, office, number).setParameter(4, at).setParameter(5, version).executeUpdate();
    }

    /** Writes down how it stands from now on. */
    public void keep(Register register, String office, String number, PastState state) {
        one("""
                INSERT INTO reg_change (register, office, number, at, who, deed, reason, content)
                VALUES (?1, ?2, ?3, ?4, nullif(?5, ''), ?6, nullif(?7, ''), CAST(?8 AS bytea))""", register, office, number)
                .setParameter(4, state.at())
                .setParameter(5, state.who() == null ? "" : state.who())
                .setParameter(6, state.deed().name())
                .setParameter(7, state.reason() == null ? "" : state.reason())
                .setParameter(8, state.content() == null ? null : state.content().write())
                .executeUpdate();
    }

    private jakarta.persistence.Query one(String sql, Register register, String office, String number) {
        return entities.createNativeQuery(sql).setParameter(1, register.name()).setParameter(2, office).setParameter(3, number);
    }

    /** The entry. */
    public Optional<Entry> find(Register register, String office, String number) {
        return found(COLUMNS + ONE, register, office, number);
    }

    /** The entry, held until the deed ends. */
    public Optional<Entry> lock(Register register, String office, String number) {
        return found(COLUMNS + ONE + " FOR UPDATE", register, office, number);
    }

    private Optional<Entry> found(String sql, Register register, String office, String number) {
        return entities.createNativeQuery(sql, Object[].class)
                .setParameter(1, register.name())
                .setParameter(2, office)
                .setParameter(3, number)
                .getResultList().stream().findFirst().map(row -> entry((Object[]) row));
    }

    private static Entry entry(Object[] row) {
        return new Entry(content(Register.valueOf((String) row[0]), (byte[]) row[6]), (String) row[1], (Boolean) row[2], ((Number) row[3]).longValue(),
                (Boolean) row[4], (Instant) row[5]);
    }

    private static EntryContent content(Register register, byte[] bytes) {
        try {
            return bytes == null ? null : EntryContent.read(register, bytes);
        } catch (EntryContent.Unreadable unreadable) {
            throw new IllegalStateException("What is kept was judged before", unreadable);
        }
    }

    /** Entries that have all the words, by name. */
    public List<Entry> list(Register register, String words, PageRequest request) {
        return asked(COLUMNS, " ORDER BY (withdrawn_at IS NOT NULL), left(folded, 100), office, number", Object[].class, register, words)
                .setFirstResult(request.offset())
                .setMaxResults(request.size())
                .getResultList().stream().map(row -> entry((Object[]) row)).toList();
    }

    public long count(Register register, String words) {
        return ((Number) asked("SELECT count(*) FROM reg_entry", "", Long.class, register, words).getSingleResult()).longValue();
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private jakarta.persistence.Query asked(String select, String order, Class type, Register register, String words) {
        var sought = words(words);
        if (sought.isEmpty()) {
            return entities.createNativeQuery(select + ALL + order, type).setParameter(1, register.name());
        }
        var folded = String.join(" ", sought);
        return entities.createNativeQuery(select + FITS + order, type)
                .setParameter(1, register.name())
                .setParameter(2, folded)
                .setParameter(3, EntryContent.pairs(folded).toArray(String[]::new))
                .setParameter(4, Normalizer.normalize(words, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT));
    }

    /** The words in the form in which they are looked for. */
    public static List<String> words(String typed) {
        return Arrays.stream(typed.split("[\\s\\u3000]+")).map(EntryContent::fold).filter(word -> !word.isEmpty()).toList();
    }

    /** How the entry stood after each of its latest changes, so many at most, earliest first. */
    public List<PastState> listStates(Register register, String office, String number, int most) {
        return entities.createNativeQuery("""
                        SELECT at, who, deed, reason, content FROM (
                            SELECT * FROM reg_change WHERE register = ?1 AND office = ?2 AND number = ?3 ORDER BY id DESC LIMIT ?4) latest ORDER BY id
                        """, Object[].class)
                .setParameter(1, register.name())
                .setParameter(2, office)
                .setParameter(3, number)
                .setParameter(4, most)
                .getResultList().stream().map(row -> state(register, (Object[]) row)).toList();
    }

    private static PastState state(Register register, Object[] row) {
        return new PastState((Instant) row[0], (String) row[1], EntryDeed.valueOf((String) row[2]), (String) row[3], content(register, (byte[]) row[4]));
    }
}
