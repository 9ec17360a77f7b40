package jp.yakuba.resident.store;

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

    /** The addresses that are closed to the reader: those in the places, and those in a building, which is named without its place too. */
    public List<AddressVeil.Dwelling> closed(Set<String> places, Reader reader) {
        List<?> rows = entities.createNativeQuery(FITTING)
                .setHint(HibernateHints.HINT_NATIVE_SPACES, TABLES)
                .setParameter("codes", places.isEmpty() ? Set.of("") : places)
                .setParameter("self", reader.self().toString())
                .setParameter("viewer", reader.staff().toString())
                .setParameter("now", reader.now())
                .getResultList();
        return rows.stream().map(Object[].class::cast)
                .map(row -> new AddressVeil.Dwelling((String) row[0], (String) row[1], (String) row[2]))
                .toList();
    }

    /** How many of the persons are shielded and not released to the reader. */
    public long countClosed(Collection<UUID> persons, Reader reader) {
        if (persons.isEmpty()) {
            return 0;
        }
        var count = entities.createNativeQuery("""
                        SELECT count(DISTINCT s.person_id) FROM res_shielded s WHERE s.person_id IN (:persons) AND NOT EXISTS (
                            SELECT 1 FROM res_release r WHERE r.person_id = s.person_id
                            AND r.requested_by = cast(:viewer AS uuid) AND r.locks_again_at > :now)
                        """)
                .setHint(HibernateHints.HINT_NATIVE_SPACES, TABLES_OF_PROTECTION)
                .setParameter("persons", persons)
                .setParameter("viewer", reader.staff().toString())
                .setParameter("now", reader.now())
                .getSingleResult();
        return ((Number) count).longValue();
    }

    /** The shielded who are of that name or of that day of birth: either may be written otherwise elsewhere, and they are few. */
    public List<UUID> listLike(String name, LocalDate birthDate) {
        List<?> rows = entities.createNativeQuery("""
                        SELECT DISTINCT cast(p.id AS text) FROM res_shielded s JOIN res_person p ON p.id = s.person_id
                        WHERE p.birth_date = cast(:born AS date) OR p.name_key = regexp_replace(res_fold(:name), '\\s+', '', 'g')
                        """)
                .setHint(HibernateHints.HINT_NATIVE_SPACES, TABLES_OF_PROTECTION)
                .setParameter("born", birthDate.toString())
                .setParameter("name", name)
                .getResultList();
        return rows.stream().map(row -> UUID.fromString(row.toString())).toList();
    }

    /** The persons, and whoever lives with one of them now. */
    public List<ProtectionBegan.Shielded> listHouseholdsOf(Collection<UUID> persons) {
        List<?> rows = entities.createNativeQuery("""
                        SELECT cast(p.id AS text), p.name_key, cast(p.birth_date AS text) FROM res_person p WHERE p.id IN (:persons) OR p.id IN (
                            SELECT other.person_id FROM res_membership own
                            JOIN res_membership other ON other.household_id = own.household_id AND other.valid_until IS NULL
                            WHERE own.person_id IN (:persons) AND own.valid_until IS NULL)
                        """)
                .setHint(HibernateHints.HINT_NATIVE_SPACES, TABLES_OF_PROTECTION)
                .setParameter("persons", persons)
                .getResultList();
        return rows.stream().map(Object[].class::cast)
                .map(row -> new ProtectionBegan.Shielded(UUID.fromString((String) row[0]), (String) row[1], LocalDate.parse((String) row[2])))
                .toList();
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
        return rows.stream().map(row -> UUID.fromString(row.toString())).collect(java.util.stream.Collectors.toSet());
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
