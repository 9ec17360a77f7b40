package jp.yakuba.organization.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.organization.model.Appointment;
import jp.yakuba.organization.model.Chart;

/** Where appointments are kept up. */
@ApplicationScoped
public class AppointmentStore {
    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** Lets one change of the chart come after the other. */
    public void lock() {
        entities.createNativeQuery("SELECT pg_advisory_xact_lock(hashtext('org_succession'))", Object.class).getSingleResult();
    }

    /** The chart as this deed sees it. */
    public Chart chart() {
        return OrganizationStore.chart(entities);
    }

    public Optional<Appointment> find(UUID id) {
        return Optional.ofNullable(entities.find(Appointment.class, id));
    }

    /** Main posts of a person, whenever held. */
    public List<Appointment> listMainOf(UUID staff) {
        return entities.createQuery("select a from Appointment a where a.staff = :staff and a.kind = :main order by a.span.validFrom", Appointment.class)
                .setParameter("staff", staff)
                .setParameter("main", Appointment.Kind.MAIN)
                .getResultList();
    }

    public void add(Appointment appointment) {
        entities.persist(appointment);
    }

    public void remove(Appointment appointment) {
        entities.remove(appointment);
    }

    /** Writes what is pending, so that an end is written before what follows it begins. */
    public void write() {
        entities.flush();
    }
}
