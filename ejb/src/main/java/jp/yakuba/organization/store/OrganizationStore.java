package jp.yakuba.organization.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.yakuba.organization.model.Appointment;
import jp.yakuba.organization.model.Chart;
import jp.yakuba.organization.model.Delegation;
import jp.yakuba.organization.model.DelegationConsult;
import jp.yakuba.organization.model.Lineage;
import jp.yakuba.organization.model.Post;
import jp.yakuba.organization.model.PostSuccession;
import jp.yakuba.organization.model.Section;
import jp.yakuba.organization.model.Settings;
import jp.yakuba.organization.model.Staff;
import jp.yakuba.organization.model.Substitute;
import jp.yakuba.organization.model.Succession;
import jp.yakuba.organization.model.Town;

/** Where the organisation is kept. What others read all the time is read outside their transaction. */
@ApplicationScoped
public class OrganizationStore {
    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** The town; empty until the first start has loaded it. */
    @Transactional(TxType.NOT_SUPPORTED)
    public Optional<Town> findTown() {
        return all(entities, Town.class).stream().findFirst();
    }

    /** The whole organisation. */
    @Transactional(TxType.NOT_SUPPORTED)
    public Chart chart() {
        return chart(entities);
    }

    /** The whole organisation as whoever asks sees it. */
    static Chart chart(EntityManager entities) {
        return new Chart(
                all(entities, Section.class), posts(entities), all(entities, Staff.class),
                all(entities, Appointment.class), all(entities, Delegation.class), all(entities, DelegationConsult.class),
                all(entities, Substitute.class),
                new Lineage(entities.createQuery("select s from Succession s order by s.day, s.place", Succession.class)
                        .getResultStream().map(Succession::step).toList()),
                new Lineage(entities.createQuery("select s from PostSuccession s order by s.day, s.place", PostSuccession.class)
                        .getResultStream().map(PostSuccession::step).toList()));
    }

    /** Every holiday known. */
    @Transactional(TxType.NOT_SUPPORTED)
    public Set<LocalDate> holidays() {
        List<?> days = entities.createNativeQuery("SELECT day FROM org_holiday").getResultList();
        return days.stream().map(OrganizationStore::day).collect(Collectors.toSet());
    }

    /** Every dated parameter. */
    @Transactional(TxType.NOT_SUPPORTED)
    public List<Settings.Row> settings() {
        List<?> rows = entities.createNativeQuery("SELECT key, value, valid_from FROM org_setting").getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Settings.Row((String) row[0], (String) row[1], day(row[2])))
                .toList();
    }

    /** Seconds by which the clock is moved. */
    @Transactional(TxType.NOT_SUPPORTED)
    public long clockShift() {
        return ((Number) entities.createNativeQuery("SELECT seconds FROM org_clock_shift").getSingleResult()).longValue();
    }

    /** Moves the clock, in the caller's transaction. */
    public void shiftClock(long seconds) {
        entities.createNativeQuery("UPDATE org_clock_shift SET seconds = :seconds")
                .setParameter("seconds", seconds)
                .executeUpdate();
    }

    /** With their roles, which are read with them and not post by post. */
    private static List<Post> posts(EntityManager entities) {
        return entities.createQuery("select p from Post p left join fetch p.roles", Post.class).getResultList();
    }

    private static <T> List<T> all(EntityManager entities, Class<T> type) {
        return entities.createQuery("select x from " + type.getSimpleName() + " x", type).getResultList();
    }

    private static LocalDate day(Object value) {
        return value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
    }
}
