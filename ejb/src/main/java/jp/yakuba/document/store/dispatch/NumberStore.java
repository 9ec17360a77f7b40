package jp.yakuba.document.store.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.document.api.NumberLine;
import jp.yakuba.document.api.NumberSeries;
import jp.yakuba.document.model.OutgoingNumber;
import jp.yakuba.document.model.dispatch.NumberBook;
import jp.yakuba.document.model.dispatch.TakenNumber;
import jp.yakuba.document.store.Moments;
import jp.yakuba.document.store.record.Reader;
import org.hibernate.query.NativeQuery;

/** Where numbers of what goes out are counted and kept; a counter waits for the deed's end, so a roll-back leaves no gap. */
@ApplicationScoped
public class NumberStore {
    private static final int MOST_WAITING = 200;

    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** The next number of a series of the town. */
    public long nextOfTown(NumberSeries series, int year) {
        var last = entities.createNativeQuery("""
                        INSERT INTO doc_series_counter AS c (series, year, last) VALUES (?1, ?2, 1)
                        ON CONFLICT (series, year) DO UPDATE SET last = c.last + 1
                        RETURNING c.last
                        """)
                .unwrap(NativeQuery.class)
                .addSynchronizedQuerySpace("doc_series_counter")
                .setParameter(1, series.name())
                .setParameter(2, year)
                .getSingleResult();
        return ((Number) last).longValue();
    }

    /**
     * The next branch of a number; whoever wants one of the same waits until this deed is over, from whichever branch it goes on.
     */
    public int nextBranch(OutgoingNumber number) {
        ofNumber("SELECT branch FROM doc_record WHERE branch = 1 AND", " FOR UPDATE", number);
        return ofNumber("SELECT max(branch) FROM doc_record WHERE", "", number) + 1;
    }

    private int ofNumber(String select, String lock, OutgoingNumber number) {
        return ((Number) entities.createNativeQuery(select + """
                         direction = 'OUT' AND series = ?1 AND fiscal_year = ?2 AND sequence = ?3 AND (series <> 'LETTER' OR section = ?4)
                        """ + lock, Integer.class)
                .setParameter(1, number.series().name())
                .setParameter(2, number.year())
                .setParameter(3, number.sequence())
                .setParameter(4, number.section())
                .getSingleResult()).intValue();
    }

    /** The number that was taken under the id; whoever asks for the same id waits until this deed is over. */
    public Optional<TakenNumber> findOnce(UUID once) {
        entities.createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(?1, 0))", Integer.class)
                .setParameter(1, "doc_taken_number " + once).getSingleResult();
        return Optional.ofNullable(entities.find(TakenNumber.class, once));
    }

    public void add(TakenNumber taken) {
        entities.persist(taken);
    }

    /** A taken number, its row locked until the deed ends. */
    public Optional<TakenNumber> lock(UUID id) {
        return Optional.ofNullable(entities.find(TakenNumber.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /**
     * How far a register goes.
     *
     * @param last its highest number; 0 while it is empty
     * @param gaps numbers below that nobody bears and nobody took
     */
    public record Extent(long last, long gaps) {}

    /** How far the register of a series goes. */
    public Extent extentOf(NumberSeries series, String section, int year) {
        var row = (Object[]) entities.createNativeQuery("""
                        SELECT coalesce(max(sequence), 0), count(DISTINCT sequence) FROM (
                            SELECT sequence FROM doc_record
                            WHERE direction = 'OUT' AND series = :series AND fiscal_year = :year AND (:town OR section = :section)
                            UNION ALL
                            SELECT sequence FROM doc_taken_number WHERE series = :series AND year = :year AND (:town OR section = :section)) known
                        """, Object[].class)
                .setParameter("series", series.name())
                .setParameter("year", year)
                .setParameter("town", series.isOfTown())
                .setParameter("section", section)
                .getSingleResult();
        long last = ((Number) row[0]).longValue();
        return new Extent(last, last - ((Number) row[1]).longValue());
    }

    /** Numbers of a part of a register that were taken ahead. */
    public List<TakenNumber> listTaken(NumberBook.Part part) {
        return entities.createQuery("""
                        select t from TakenNumber t where t.series = :series and t.year = :year
                        and (:town = true or t.section = :section) and t.sequence > :after and t.sequence <= :upTo
                        """, TakenNumber.class)
                .setParameter("series", part.series())
                .setParameter("year", part.year())
                .setParameter("town", part.series().isOfTown())
                .setParameter("section", part.section())
                .setParameter("after", part.after())
                .setParameter("upTo", part.upTo())
                .getResultList();
    }

    /** Numbers of a register that were taken ahead and wait. */
    public List<TakenNumber> listWaiting(NumberSeries series, String section, int year) {
        return entities.createQuery("""
                        select t from TakenNumber t where t.series = :series and t.year = :year
                        and (:town = true or t.section = :section) and t.state = :taken order by t.sequence
                        """, TakenNumber.class)
                .setParameter("series", series)
                .setParameter("year", year)
                .setParameter("town", series.isOfTown())
                .setParameter("section", section)
                .setParameter("taken", TakenNumber.State.TAKEN)
                .setMaxResults(MOST_WAITING)
                .getResultList();
    }

    /** Numbers of a section that are taken and neither used nor missing. */
    public List<TakenNumber> listOpen(String section) {
        return entities.createQuery("select t from TakenNumber t where t.section = :section and t.state = :taken order by t.takenAt",
                        TakenNumber.class)
                .setParameter("section", section)
                .setParameter("taken", TakenNumber.State.TAKEN)
                .getResultList();
    }

    /** Numbers that records of a series bear; of a record that the reader may not read only the number. */
    @SuppressWarnings("unchecked")
    public List<NumberLine> listUsed(NumberBook.Part part, Reader reader) {
        List<Object[]> rows = entities.createNativeQuery("""
                        SELECT r.id, r.section, r.sequence, r.branch, r.number, r.title, r.recorded_at, d.sent_name, %s AS readable
                        FROM doc_record r JOIN doc_life l ON l.record_id = r.id LEFT JOIN doc_dispatch d ON d.record_id = r.id
                        WHERE r.direction = 'OUT' AND r.series = :series AND r.fiscal_year = :year AND (:town OR r.section = :section)
                            AND r.sequence > :after AND r.sequence <= :upTo
                        """.formatted(Reader.MAY_READ), Object[].class)
                .setParameter("me", reader.staffId())
                .setParameter("sections", reader.sectionsAsked())
                .setParameter("whole", reader.wholeOffice())
                .setParameter("series", part.series().name())
                .setParameter("year", part.year())
                .setParameter("town", part.series().isOfTown())
                .setParameter("section", part.section())
                .setParameter("after", part.after())
                .setParameter("upTo", part.upTo())
                .getResultList();
        return rows.stream().map(row -> used(part.series(), part.year(), row)).toList();
    }

    private static NumberLine used(NumberSeries series, int year, Object[] row) {
        boolean readable = (Boolean) row[8];
        return new NumberLine(null, series, (String) row[1], year, ((Number) row[2]).longValue(), ((Number) row[3]).intValue(),
                (String) row[4], readable ? (String) row[5] : null, "USED", null, readable ? (UUID) row[0] : null, (String) row[7], Moments.of(row[6]));
    }
}
