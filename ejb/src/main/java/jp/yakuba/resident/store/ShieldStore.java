package jp.yakuba.resident.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Set;
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
