package jp.yakuba.resident.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.resident.api.CopyAnswer;

/** Reads what a copy of the residence record says. Provisional entries lie in tables of their own, so that none of them is read. */
@ApplicationScoped
public class CopyStore {
    /**
     * The building may stand on no card; where it does not, the address without it must be that of one person of this name and day. What folds to nothing
     * is like nobody's.
     */
    private static final String EXACTLY = """
            SELECT cast(p.id AS text) FROM res_person p
            JOIN res_address a ON a.person_id = p.id AND a.valid_until IS NULL
            WHERE p.birth_date = cast(:born AS date) AND p.left_on IS NULL
            AND nullif(regexp_replace(res_fold(:name), '\\s+', '', 'g'), '') IN (p.name_key, regexp_replace(res_fold(p.roman_name), '\\s+', '', 'g'))
            AND nullif(res_fold_address(:address), '') IN (res_fold_address(a.line), res_fold_address(split_part(a.line, chr(12288), 1)))
            """;
    private static final String MEMBERS = """
            SELECT cast(p.id AS text), p.name, p.roman_name, cast(p.birth_date AS text), p.sex, p.nationality <> 'JPN',
                cast(p.became_resident AS text), a.line, cast(CASE WHEN a.valid_from > p.became_resident THEN a.valid_from END AS text),
                cast(came.notified_on AS text), came.previous_address, m.relationship, p.number, cast(m.household_id AS text)
            FROM res_membership own
            JOIN res_membership m ON m.household_id = own.household_id AND m.valid_until IS NULL
            JOIN res_person p ON p.id = m.person_id AND p.left_on IS NULL
            JOIN res_address a ON a.person_id = p.id AND a.valid_until IS NULL
            LEFT JOIN LATERAL (
                SELECT e.notified_on, n.previous_address FROM res_event_person ep
                JOIN res_event e ON e.id = ep.event_id AND e.state = 'FINAL' AND e.reason = 'MOVE_IN'
                JOIN res_entry n ON n.event_id = e.id
                WHERE ep.person_id = p.id ORDER BY e.event_date DESC, e.id LIMIT 1) came ON true
            WHERE own.person_id = cast(:person AS uuid) AND own.valid_until IS NULL
            """;

    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /**
     * A member of a household.
     *
     * @param number decides the order of those born on one day (宛名番号)
     */
    public record Member(CopyAnswer.Person person, String number, UUID household) {}

    /** Whoever has this name, day of birth and address; empty if nobody does, or several do. */
    public Optional<UUID> findExactly(String name, LocalDate born, String address) {
        List<?> rows = entities.createNativeQuery(EXACTLY)
                .setParameter("name", name)
                .setParameter("born", born.toString())
                .setParameter("address", address)
                .getResultList();
        return rows.size() == 1 ? Optional.of(UUID.fromString(rows.get(0).toString())) : Optional.empty();
    }

    /** Everybody who lives in the person's household now, in no order. */
    public List<Member> listHousehold(UUID person) {
        List<?> rows = entities.createNativeQuery(MEMBERS).setParameter("person", person.toString()).getResultList();
        return rows.stream().map(Object[].class::cast).map(CopyStore::member).toList();
    }

    private static Member member(Object[] row) {
        var person = new CopyAnswer.Person(UUID.fromString((String) row[0]), (String) row[1], (String) row[2], day(row[3]), (String) row[4],
                (Boolean) row[5], day(row[6]), (String) row[7], day(row[8]), day(row[9]), (String) row[10], (String) row[11]);
        return new Member(person, (String) row[12], UUID.fromString((String) row[13]));
    }

    private static LocalDate day(Object text) {
        return text == null ? null : LocalDate.parse(text.toString());
    }

    /** True if a change that touches the household, or one of the persons, is entered and not final. */
    public boolean isChangeWaiting(UUID household, Collection<UUID> persons) {
        return (boolean) entities.createNativeQuery("""
                        SELECT EXISTS (SELECT 1 FROM res_event e LEFT JOIN res_entry n ON n.event_id = e.id
                            WHERE e.state = 'PROVISIONAL' AND (n.household_id = cast(:household AS uuid) OR n.parent_id IN (:persons)
                                OR EXISTS (SELECT 1 FROM res_event_person ep WHERE ep.event_id = e.id AND ep.person_id IN (:persons))))
                        """, Boolean.class)
                .setParameter("household", household.toString())
                .setParameter("persons", persons)
                .getSingleResult();
    }
}
