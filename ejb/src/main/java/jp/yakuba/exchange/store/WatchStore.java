package jp.yakuba.exchange.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.yakuba.exchange.api.PeerState;
import jp.yakuba.exchange.api.TrafficLine;
import jp.yakuba.exchange.api.WaitingLine;

/** Where it is counted what waits and what went, each in one question whatever the number of offices; and which certificates were shown. */
@ApplicationScoped
public class WatchStore {
    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /**
     * A certificate that was shown.
     *
     * @param calling true if the office showed it when it called here
     */
    public record Shown(String peer, String name, boolean calling, String serial, String fingerprint, Instant until, Instant seenAt) {}

    /** Writes down that an office showed a certificate. */
    public void saw(Shown shown) {
        entities.createNativeQuery("""
                        INSERT INTO exc_certificate (peer, fingerprint, calling, serial, until, first_seen, last_seen) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6)
                        ON CONFLICT (peer, fingerprint, calling) DO UPDATE SET last_seen = greatest(exc_certificate.last_seen, excluded.last_seen)
                        """)
                .setParameter(1, shown.peer())
                .setParameter(2, shown.fingerprint())
                .setParameter(3, shown.calling())
                .setParameter(4, shown.serial())
                .setParameter(5, shown.until())
                .setParameter(6, shown.seenAt())
                .executeUpdate();
    }

    /** The certificate that each office showed last, on either way. */
    public List<Shown> latest() {
        var latest = new ArrayList<Shown>();
        for (var row : entities.createNativeQuery("""
                        SELECT DISTINCT ON (c.peer, c.calling) c.peer, o.name, c.calling, c.serial, c.fingerprint, c.until, c.last_seen
                        FROM exc_certificate c JOIN exc_peer o ON o.code = c.peer ORDER BY c.peer, c.calling, c.last_seen DESC, c.until DESC
                        """, Object[].class)
                .getResultList()) {
            var columns = (Object[]) row;
            latest.add(new Shown((String) columns[0], (String) columns[1], (boolean) columns[2], (String) columns[3], (String) columns[4],
                    (Instant) columns[5], (Instant) columns[6]));
        }
        return latest;
    }

    /** What waits, by office. */
    public List<WaitingLine> waiting() {
        var lines = new ArrayList<WaitingLine>();
        for (var row : entities.createNativeQuery("""
                        SELECT o.code, o.name, o.state, coalesce(p.waiting, 0), p.oldest, p.problem, coalesce(r.arriving, 0), coalesce(s.unjudged, 0),
                            coalesce(w.answers, 0)
                        FROM exc_peer o
                        LEFT JOIN (SELECT peer, count(*) AS waiting, min(ordered_at) AS oldest,
                            (array_agg(problem ORDER BY next_at DESC) FILTER (WHERE problem IS NOT NULL))[1] AS problem
                            FROM exc_parcel WHERE next_at IS NOT NULL GROUP BY peer) p ON p.peer = o.code
                        LEFT JOIN (SELECT peer, count(*) AS arriving FROM exc_arrival WHERE state = 'RECEIVING' GROUP BY peer) r ON r.peer = o.code
                        LEFT JOIN (SELECT peer, count(*) AS unjudged FROM exc_arrival WHERE next_at IS NOT NULL GROUP BY peer) s ON s.peer = o.code
                        LEFT JOIN (SELECT peer, count(*) AS answers FROM exc_arrival WHERE answer_due IS NOT NULL GROUP BY peer) w ON w.peer = o.code
                        ORDER BY o.code
                        """, Object[].class)
                .getResultList()) {
            var columns = (Object[]) row;
            lines.add(new WaitingLine((String) columns[0], (String) columns[1], PeerState.valueOf((String) columns[2]), number(columns[3]),
                    (Instant) columns[4], (String) columns[5], number(columns[6]), number(columns[7]), number(columns[8])));
        }
        return lines;
    }

    /** What went since the moment, by day of the zone and office, latest day first. */
    public List<TrafficLine> traffic(Instant since, String zone) {
        var lines = new ArrayList<TrafficLine>();
        for (var row : entities.createNativeQuery("""
                        SELECT t.day, t.peer, coalesce(o.name, t.peer), t.sent, t.receipted, t.refused, t.failed, t.problem, t.arrived, t.accepted, t.refused_here
                        FROM (SELECT cast(u.at AT TIME ZONE ?2 AS date) AS day, u.peer,
                            count(*) FILTER (WHERE NOT u.incoming AND u.deed = 'hand-over') AS sent,
                            count(*) FILTER (WHERE NOT u.incoming AND u.deed = 'answer' AND u.outcome = 'RECEIPTED') AS receipted,
                            count(*) FILTER (WHERE NOT u.incoming AND u.deed = 'answer' AND u.outcome = 'REFUSED') AS refused,
                            count(*) FILTER (WHERE NOT u.incoming AND u.deed IN ('try', 'give-up')) AS failed,
                            (array_agg(u.outcome ORDER BY u.at DESC) FILTER (WHERE NOT u.incoming AND u.deed IN ('try', 'give-up')))[1] AS problem,
                            count(*) FILTER (WHERE u.incoming AND u.deed = 'open') AS arrived,
                            count(*) FILTER (WHERE u.incoming AND u.deed = 'judge' AND u.outcome = 'ACCEPTED') AS accepted,
                            count(*) FILTER (WHERE u.incoming AND u.deed = 'judge' AND u.outcome <> 'ACCEPTED') AS refused_here
                            FROM exc_use u WHERE u.at >= ?1 GROUP BY 1, 2) t
                        LEFT JOIN exc_peer o ON o.code = t.peer ORDER BY t.day DESC, t.peer
                        """, Object[].class)
                .setParameter(1, since)
                .setParameter(2, zone)
                .getResultList()) {
            lines.add(traffic((Object[]) row));
        }
        return lines;
    }

    private static TrafficLine traffic(Object[] row) {
        var day = row[0] instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) row[0];
        return new TrafficLine(day, (String) row[1], (String) row[2], number(row[3]), number(row[4]), number(row[5]), number(row[6]), (String) row[7],
                number(row[8]), number(row[9]), number(row[10]));
    }

    private static long number(Object count) {
        return ((Number) count).longValue();
    }
}
