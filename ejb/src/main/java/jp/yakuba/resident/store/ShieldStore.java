package jp.yakuba.resident.store;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.resident.api.ProtectionBegan;
import jp.yakuba.resident.model.AddressVeil;
import jp.yakuba.resident.model.TownPlaces;
import org.hibernate.jpa.HibernateHints;

/**
 * Finds the protected addresses that words may hold. The query begins at the protected, who are few in any town. Which of their
 * buildings the words name it does not ask: only the veil knows all ways of writing one.
 */
@ApplicationScoped
public class ShieldStore {
    private static final List<String> TABLES = List.of("res_shielded", "res_address", "res_release");
    /** A protection that was entered in this very deed shields already: it is written before the question. */
    private static final List<String> TABLES_OF_PROTECTION =
            List.of("res_shielded", "res_release", "res_protection", "res_protected_person", "res_membership", "res_person");
    private static final List<String> TABLES_WITH_HOMES =
            List.of("res_shielded", "res_protection", "res_protected_person", "res_membership", "res_address", "res_entry_person");
    /** Who is named in a protection that stands, and is the person p or ever shared a household with p; begins at p, who has few. */
    private static final String NAMED_NEAR = """
            SELECT 1 FROM (SELECT p.id AS person_id UNION SELECT other.person_id FROM res_membership own
                JOIN res_membership other ON other.household_id = own.household_id WHERE own.person_id = p.id) near
            JOIN res_protected_person l ON l.person_id = near.person_id
            JOIN res_protection o ON o.id = l.protection_id AND o.ended_at IS NULL WHERE true
            """;
    /** An address is open if it is that of one person who is open to the reader; whoever lives there too is then no secret. */
    private static final String FITTING = """
            SELECT a.place, a.lot, a.building
            FROM res_shielded s
            JOIN res_address a ON a.person_id = s.person_id AND a.valid_until IS NULL
            WHERE a.place_code IN (:codes) OR a.building IS NOT NULL
            GROUP BY a.place, a.lot, a.building
            HAVING NOT bool_or(a.person_id = cast(:self AS uuid) OR EXISTS (
                SELECT 1 FROM res_release r WHERE r.person_id = a.person_id
                AND r.requested_by = cast(:viewer AS uuid) AND r.locks_again_at > :now))
            """;

    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /**
     * Lets one deed through at a time that begins a protection, or asks who is protected and writes or closes what tells of them, until the transaction
     * ends: what happens in the same second is seen. Taken before any row is locked.
     */
    public void takeTurns() {
        entities.createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended('res_protection', 0))) AS turn").getSingleResult();
    }

    /** The addresses that are closed to the reader: those in the places, and those in a building, which is named without its place too. */
    public List<AddressVeil.Dwelling> closed(Set<String> places, Reader reader) {
        List<?> rows = entities.createNativeQuery(FITTING)
                .setHint(HibernateHints.HINT_NATIVE_SPACES, TABLES)
                .setParameter("codes", places.isEmpty() ? Set.of("") : places)
                .setParameter("self", reader.self().toString())
                .setParameter("viewer", reader.staff().toString())
                .setParameter("now", reader.now())
                .getResultList();
        return dwellings(rows);
    }

    /**
     * How many of the persons are closed to the reader: shielded and not released; or open here, for the protected one with whom they lived has left
     * the household, and that one is not released.
     */
    public long countClosed(Collection<UUID> persons, Reader reader) {
        if (persons.isEmpty()) {
            return 0;
        }
        var count = entities.createNativeQuery("""
                        SELECT count(*) FROM res_person p WHERE p.id IN (:persons) AND NOT EXISTS (
                            SELECT 1 FROM res_release r WHERE r.person_id = p.id
                            AND r.requested_by = cast(:viewer AS uuid) AND r.locks_again_at > :now)
                        AND (EXISTS (SELECT 1 FROM res_shielded s WHERE s.person_id = p.id OFFSET 0) OR EXISTS (""" + NAMED_NEAR + """
                            AND NOT EXISTS (SELECT 1 FROM res_release r WHERE r.person_id = l.person_id
                            AND r.requested_by = cast(:viewer AS uuid) AND r.locks_again_at > :now)))
                        """)
                .setHint(HibernateHints.HINT_NATIVE_SPACES, TABLES_OF_PROTECTION)
                .setParameter("persons", persons)
                .setParameter("viewer", reader.staff().toString())
                .setParameter("now", reader.now())
                .getSingleResult();
        return ((Number) count).longValue();
    }

    /** True if one of them is shielded: protected, or of one household today with somebody who is. Whoever once lived with them is not. */
    public boolean isAnyShielded(Collection<UUID> persons) {
        return !persons.isEmpty() && (boolean) entities.createNativeQuery("""
                        SELECT EXISTS (SELECT 1 FROM res_person p WHERE p.id IN (:persons)
                            AND EXISTS (SELECT 1 FROM res_shielded s WHERE s.person_id = p.id OFFSET 0))
                        """, Boolean.class)
                .setHint(HibernateHints.HINT_NATIVE_SPACES, TABLES_OF_PROTECTION)
                .setParameter("persons", persons)
                .getSingleResult();
    }

    /**
     * Those of that name or of that day of birth, for either may be written otherwise elsewhere, who are named in a protection that stands or ever lived
     * in one household with somebody who is: whoever goes after them goes to where they are, though they are not shielded here any more.
     */
    public List<UUID> listLike(String name, LocalDate birthDate) {
        List<?> rows = entities.createNativeQuery("""
                        SELECT cast(p.id AS text) FROM (
                            SELECT id FROM res_person WHERE birth_date = cast(:born AS date)
                            UNION SELECT id FROM res_person WHERE name_key = regexp_replace(res_fold(:name), '\\s+', '', 'g')) p
                        WHERE EXISTS (""" + NAMED_NEAR + ")")
                .setHint(HibernateHints.HINT_NATIVE_SPACES, TABLES_OF_PROTECTION)
                .setParameter("born", birthDate.toString())
                .setParameter("name", name)
                .getResultList();
        return rows.stream().map(row -> UUID.fromString(row.toString())).toList();
    }

    /** The persons, and whoever lives in one household with one of them, or ever did. */
    public List<ProtectionBegan.Near> listEverNear(Collection<UUID> persons) {
        List<?> rows = entities.createNativeQuery("""
                        SELECT cast(p.id AS text), p.name_key, cast(p.birth_date AS text), bool_or(near.now)
                        FROM (SELECT id, true AS now FROM res_person WHERE id IN (:persons)
                            UNION SELECT other.person_id, own.valid_until IS NULL AND other.valid_until IS NULL FROM res_membership own
                            JOIN res_membership other ON other.household_id = own.household_id
                            WHERE own.person_id IN (:persons)) near
                        JOIN res_person p ON p.id = near.id GROUP BY p.id
                        """)
                .setHint(HibernateHints.HINT_NATIVE_SPACES, TABLES_OF_PROTECTION)
                .setParameter("persons", persons)
                .getResultList();
        return rows.stream().map(Object[].class::cast)
                .map(row -> new ProtectionBegan.Near(UUID.fromString((String) row[0]), (String) row[1], LocalDate.parse((String) row[2]), (Boolean) row[3]))
                .toList();
    }

    /** Where the persons live. */
    public List<AddressVeil.Dwelling> listHomesOf(Collection<UUID> persons) {
        return persons.isEmpty() ? List.of() : dwellings(entities.createNativeQuery(
                        "SELECT DISTINCT place, lot, building FROM res_address WHERE person_id IN (:persons) AND valid_until IS NULL")
                .setHint(HibernateHints.HINT_NATIVE_SPACES, TABLES)
                .setParameter("persons", persons)
                .getResultList());
    }

    private static List<AddressVeil.Dwelling> dwellings(List<?> rows) {
        return rows.stream().map(Object[].class::cast)
                .map(row -> new AddressVeil.Dwelling((String) row[0], (String) row[1], (String) row[2]))
                .toList();
    }

    /**
     * A move in, and somebody shielded who lives near where it led.
     *
     * @param led where it led, as the ledger wrote it: the first address of whoever was entered first; whoever has moved on or left had it too
     * @param shielded where somebody shielded lives whose lot begins with the same figure in the same 町字
     */
    public record NearShielded(UUID eventId, AddressVeil.Dwelling led, AddressVeil.Dwelling shielded) {}

    /**
     * All of those for these moves, of which there are as many as stand on a page. An index of addresses finds who lives near, each of whom is asked for
     * alone (OFFSET 0): it does not matter how many are protected in the town.
     */
    public List<NearShielded> listNearShielded(Collection<UUID> events) {
        List<?> rows = events.isEmpty() ? List.of() : entities.createNativeQuery("""
                        WITH first AS MATERIALIZED (
                            SELECT DISTINCT ON (e.event_id) e.event_id, a.place, a.lot, a.building,
                                length(res_fold_address(a.place)) AS longs, res_fold_address(a.place || a.lot) AS whole
                            FROM res_entry_person e JOIN res_address a ON a.person_id = e.person_id
                            WHERE e.event_id IN (:events) ORDER BY e.event_id, e.position, a.valid_from),
                        led AS MATERIALIZED (
                            SELECT f.*, coalesce(left(f.whole, f.longs) || substring(substr(f.whole, f.longs + 1) from '^[^0-9]*[0-9]+'), f.whole) AS start
                            FROM first f)
                        SELECT DISTINCT cast(l.event_id AS text), l.place, l.lot, l.building, h.place AS their_place, h.lot AS their_lot, h.building AS their_building
                        FROM led l JOIN LATERAL (
                            SELECT n.person_id, n.place, n.lot, n.building FROM res_address n
                            WHERE n.valid_until IS NULL AND n.tokens @@ res_beginning_with(l.start)
                                AND substr(res_fold_address(n.place || n.lot), length(l.start) + 1, 1) !~ '[0-9]' OFFSET 0) h ON true
                        WHERE EXISTS (SELECT 1 FROM res_shielded s WHERE s.person_id = h.person_id OFFSET 0)
                        """)
                .setHint(HibernateHints.HINT_NATIVE_SPACES, TABLES_WITH_HOMES)
                .setParameter("events", events)
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(row -> new NearShielded(UUID.fromString((String) row[0]),
                new AddressVeil.Dwelling((String) row[1], (String) row[2], (String) row[3]),
                new AddressVeil.Dwelling((String) row[4], (String) row[5], (String) row[6]))).toList();
    }

    /**
     * Somebody who lives near a home: at a lot that begins with the same figure in the same 町字.
     *
     * @param dwelling where they live
     */
    public record Neighbour(UUID personId, AddressVeil.Dwelling dwelling, AddressVeil.Dwelling home) {}

    /** All of those for the homes of the persons, who are of few households; the same index finds them. */
    public List<Neighbour> listNeighbours(Collection<UUID> persons) {
        List<?> rows = persons.isEmpty() ? List.of() : entities.createNativeQuery("""
                        WITH home AS MATERIALIZED (
                            SELECT DISTINCT place, lot, building, length(res_fold_address(place)) AS longs, res_fold_address(place || lot) AS whole
                            FROM res_address WHERE person_id IN (:persons) AND valid_until IS NULL),
                        begun AS MATERIALIZED (
                            SELECT h.*, coalesce(left(h.whole, h.longs) || substring(substr(h.whole, h.longs + 1) from '^[^0-9]*[0-9]+'), h.whole) AS start
                            FROM home h)
                        SELECT DISTINCT cast(l.person_id AS text), l.place, l.lot, l.building, b.place AS home_place, b.lot AS home_lot, b.building AS home_building
                        FROM begun b JOIN LATERAL (
                            SELECT n.person_id, n.place, n.lot, n.building FROM res_address n
                            WHERE n.valid_until IS NULL AND n.tokens @@ res_beginning_with(b.start)
                                AND substr(res_fold_address(n.place || n.lot), length(b.start) + 1, 1) !~ '[0-9]' OFFSET 0) l ON true
                        """)
                .setHint(HibernateHints.HINT_NATIVE_SPACES, TABLES)
                .setParameter("persons", persons)
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(row -> new Neighbour(UUID.fromString((String) row[0]),
                new AddressVeil.Dwelling((String) row[1], (String) row[2], (String) row[3]),
                new AddressVeil.Dwelling((String) row[4], (String) row[5], (String) row[6]))).toList();
    }

    /** Those of the moves in by which somebody came who is shielded; each is asked for alone (OFFSET 0), not all who are protected. */
    public Set<UUID> listOfShielded(Collection<UUID> events) {
        List<?> rows = events.isEmpty() ? List.of() : entities.createNativeQuery("""
                        SELECT DISTINCT cast(e.event_id AS text) FROM res_entry_person e
                        WHERE e.event_id IN (:events) AND EXISTS (SELECT 1 FROM res_shielded s WHERE s.person_id = e.person_id OFFSET 0)
                        """)
                .setHint(HibernateHints.HINT_NATIVE_SPACES, TABLES_WITH_HOMES)
                .setParameter("events", events)
                .getResultList();
        return rows.stream().map(row -> UUID.fromString(row.toString())).collect(toSet());
    }

    /** True if somebody of that day of birth is named in a protection that stands. */
    public boolean isBirthdayOfProtected(LocalDate birthDate) {
        var count = entities.createNativeQuery("""
                        SELECT count(*) FROM res_protected_person l JOIN res_protection o ON o.id = l.protection_id AND o.ended_at IS NULL
                        JOIN res_person p ON p.id = l.person_id WHERE p.birth_date = cast(:born AS date)
                        """)
                .setHint(HibernateHints.HINT_NATIVE_SPACES, TABLES_OF_PROTECTION)
                .setParameter("born", birthDate.toString())
                .getSingleResult();
        return ((Number) count).longValue() > 0;
    }

    /** Those of the persons who are named in a protection that stands. */
    public Set<UUID> listProtected(Collection<UUID> persons) {
        if (persons.isEmpty()) {
            return Set.of();
        }
        List<?> rows = entities.createNativeQuery("""
                        SELECT DISTINCT cast(l.person_id AS text) FROM res_protected_person l JOIN res_protection p ON p.id = l.protection_id
                        WHERE p.ended_at IS NULL AND l.person_id IN (:persons)
                        """)
                .setHint(HibernateHints.HINT_NATIVE_SPACES, TABLES_OF_PROTECTION)
                .setParameter("persons", persons)
                .getResultList();
        return rows.stream().map(row -> UUID.fromString(row.toString())).collect(toSet());
    }

    /** The 町字 of the town, those of former days too: people write as they are used to. */
    public Collection<TownPlaces.Named> places() {
        List<?> rows = entities.createNativeQuery("SELECT code, name FROM res_place")
                .setHint(HibernateHints.HINT_NATIVE_SPACES, List.of("res_place"))
                .getResultList();
        return rows.stream().map(Object[].class::cast)
                .map(row -> new TownPlaces.Named((String) row[0], (String) row[1]))
                .toList();
    }
}
