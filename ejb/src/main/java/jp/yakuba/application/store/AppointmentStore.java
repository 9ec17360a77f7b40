package jp.yakuba.application.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.kernel.OfficeClock;

/** Where booked visits are kept; a unique seat in each half hour judges the race for it. */
@ApplicationScoped
public class AppointmentStore {
    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** Books the first free seat; false if all are taken. */
    public boolean book(UUID bundleId, LocalDateTime startsAt, String place, int seats) {
        for (int seat = 1; seat <= seats; seat++) {
            int booked = entities.createNativeQuery("""
                            INSERT INTO apl_appointment (id, starts_at, seat, place, bundle_id)
                            VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (starts_at, seat) DO NOTHING
                            """)
                    .setParameter(1, UUID.randomUUID())
                    .setParameter(2, moment(startsAt))
                    .setParameter(3, seat)
                    .setParameter(4, place)
                    .setParameter(5, bundleId)
                    .executeUpdate();
            if (booked == 1) {
                return true;
            }
        }
        return false;
    }

    /** How many seats are taken, by half hour; half hours nobody booked are missing. */
    public Map<LocalDateTime, Integer> taken(LocalDateTime from, LocalDateTime until) {
        var taken = new HashMap<LocalDateTime, Integer>();
        rows("SELECT starts_at, count(*) FROM apl_appointment WHERE starts_at >= ?1 AND starts_at < ?2 GROUP BY starts_at",
                moment(from), moment(until)).forEach(row -> taken.put(local(row[0]), ((Number) row[1]).intValue()));
        return taken;
    }

    /** A seat that is taken: when and where. */
    public record Booked(LocalDateTime startsAt, String place) {}

    /** What is booked for the bundle. */
    public Optional<Booked> find(UUID bundleId) {
        return rows("SELECT starts_at, place FROM apl_appointment WHERE bundle_id = ?1", bundleId).stream()
                .map(row -> new Booked(local(row[0]), (String) row[1]))
                .findFirst();
    }

    /** Gives the seat back. */
    public void cancel(UUID bundleId) {
        entities.createNativeQuery("DELETE FROM apl_appointment WHERE bundle_id = ?1")
                .setParameter(1, bundleId)
                .executeUpdate();
    }

    private List<Object[]> rows(String sql, Object... parameters) {
        var query = entities.createNativeQuery(sql, Object[].class);
        for (int place = 0; place < parameters.length; place++) {
            query.setParameter(place + 1, parameters[place]);
        }
        @SuppressWarnings("unchecked")
        List<Object[]> rows = query.getResultList();
        return rows;
    }

    private static Instant moment(LocalDateTime local) {
        return local.atZone(OfficeClock.ZONE).toInstant();
    }

    private static LocalDateTime local(Object column) {
        return LocalDateTime.ofInstant((Instant) column, OfficeClock.ZONE);
    }
}
