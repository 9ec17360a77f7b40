package jp.yakuba.resident.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.resident.api.PersonLine;
import jp.yakuba.resident.api.PersonSearch;
import jp.yakuba.resident.api.PersonView;
import org.hibernate.jpa.HibernateHints;

/**
 * The one place from which an address leaves the ledger. Each read goes through the same select, in which the database
 * itself blanks the address of whoever is shielded, unless the reader is that person or holds a release that stands.
 */
@ApplicationScoped
public class LedgerReader {
    private static final String COLUMNS = """
            SELECT cast(p.id AS text), p.number, p.name, p.kana, p.roman_name, cast(p.birth_date AS text), p.sex,
                cast(m.household_id AS text), m.relationship, p.nationality, cast(p.became_resident AS text),
                CASE WHEN veil.open THEN a.postal_code END, CASE WHEN veil.open THEN a.place_code END,
                CASE WHEN veil.open THEN a.line END, veil.shielded, p.left_on IS NULL
            """;
    private static final String JOINS = """
            LEFT JOIN res_membership m ON m.person_id = p.id AND m.valid_until IS NULL
            LEFT JOIN res_address a ON a.person_id = p.id AND a.valid_until IS NULL
            CROSS JOIN LATERAL (
                SELECT shield.stands AS shielded,
                    NOT shield.stands OR p.id = cast(:self AS uuid) OR EXISTS (
                        SELECT 1 FROM res_release r WHERE r.person_id = p.id
                        AND r.requested_by = cast(:viewer AS uuid) AND r.locks_again_at > :now) AS open
                FROM (SELECT EXISTS (SELECT 1 FROM res_shielded s WHERE s.person_id = p.id) AS stands) shield) veil
            """;
    private static final String SELECT = COLUMNS + " FROM res_person p " + JOINS;
    private static final String COUNTED = ", (SELECT count(*) FROM found) FROM page JOIN res_person p ON p.id = page.id ";
    private static final int TOTAL = 16;
    /** What is read here; a deed's pending rows elsewhere need not be written for that. */
    private static final List<String> TABLES =
            List.of("res_person", "res_membership", "res_address", "res_shielded", "res_release");

    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** The person. */
    public Optional<PersonView> find(UUID personId, Reader reader) {
        return views(SELECT + " WHERE p.id = cast(:id AS uuid)", reader, query -> query.setParameter("id", personId.toString()))
                .stream().findFirst();
    }

    /** The persons with the ids, in no order. */
    public List<PersonView> list(Collection<UUID> personIds, Reader reader) {
        return views(SELECT + " WHERE p.id IN (:ids)", reader, query -> query.setParameter("ids", personIds));
    }

    /** The person with the number. */
    public Optional<PersonView> findByNumber(String number, Reader reader) {
        return views(SELECT + " WHERE p.number = :number", reader, query -> query.setParameter("number", number))
                .stream().findFirst();
    }

    /** The present members of a household, in no order. */
    public List<PersonView> members(UUID householdId, Reader reader) {
        return views(SELECT + " WHERE m.household_id = cast(:household AS uuid)", reader,
                query -> query.setParameter("household", householdId.toString()));
    }

    /** The present members of the households, in no order. */
    public List<PersonView> members(Collection<UUID> households, Reader reader) {
        return views(SELECT + " WHERE m.household_id IN (:households)", reader, query -> query.setParameter("households", households));
    }

    /** The persons who fit all the words and the day of birth; a shielded address never helps to find anybody. */
    public Page<PersonLine> search(PersonSearch search, PageRequest page, Reader reader) {
        var words = wordsOf(search);
        if (words.isEmpty() && search.birthDate() == null) {
            return new Page<>(List.of(), 0, page);
        }
        var sql = LedgerSearch.of(words.size(), search.birthDate() != null) + COLUMNS + COUNTED + JOINS + " ORDER BY p.kana, p.id";
        var rows = rows(sql, reader, query -> {
            ask(query, words, search.birthDate());
            query.setParameter("size", page.size()).setParameter("skip", page.offset());
        });
        var total = rows.isEmpty() ? page.offset() : ((Number) rows.get(0)[TOTAL]).longValue();
        return new Page<>(rows.stream().map(LedgerReader::view).map(LedgerReader::line).toList(), total, page);
    }

    /** A person in a line. */
    public static PersonLine line(PersonView person) {
        return new PersonLine(person.id(), person.number(), person.name(), person.kana(), person.birthDate(), person.sex(),
                person.address(), person.protectedPerson(), person.current());
    }

    private static List<String> wordsOf(PersonSearch search) {
        if (search.words() == null || search.words().isBlank()) {
            return List.of();
        }
        var words = List.of(search.words().strip().split("[\\s\\u3000]+"));
        return words.subList(0, Math.min(LedgerSearch.MOST_WORDS, words.size()));
    }

    private static void ask(Query query, List<String> words, LocalDate born) {
        for (int i = 0; i < words.size(); i++) {
            query.setParameter("word" + i, words.get(i));
        }
        if (born != null) {
            query.setParameter("born", born.toString());
        }
    }

    private List<PersonView> views(String sql, Reader reader, Consumer<Query> asked) {
        return rows(sql, reader, asked).stream().map(LedgerReader::view).toList();
    }

    private List<Object[]> rows(String sql, Reader reader, Consumer<Query> asked) {
        var query = entities.createNativeQuery(sql)
                .setHint(HibernateHints.HINT_NATIVE_SPACES, TABLES)
                .setParameter("self", reader.self().toString())
                .setParameter("viewer", reader.staff().toString())
                .setParameter("now", reader.now());
        asked.accept(query);
        List<?> rows = query.getResultList();
        return rows.stream().map(Object[].class::cast).toList();
    }

    private static PersonView view(Object[] row) {
        return new PersonView(id(row[0]), text(row[1]), text(row[2]), text(row[3]), text(row[4]), day(row[5]), text(row[6]),
                id(row[7]), text(row[8]), text(row[9]), day(row[10]), text(row[11]), text(row[12]), text(row[13]),
                (Boolean) row[14], (Boolean) row[15]);
    }

    private static UUID id(Object value) {
        return value == null ? null : UUID.fromString(value.toString());
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    private static LocalDate day(Object value) {
        return value == null ? null : LocalDate.parse(value.toString());
    }
}
