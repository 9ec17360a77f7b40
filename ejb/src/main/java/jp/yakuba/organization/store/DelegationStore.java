package jp.yakuba.organization.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.organization.model.Delegation;
import jp.yakuba.organization.model.DelegationConsult;
import jp.yakuba.organization.model.Substitute;

/** Where the delegation table and the order of stand-ins are kept up. */
@ApplicationScoped
public class DelegationStore {
    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** Lets one change of the table come after the other. */
    public void lock() {
        entities.createNativeQuery("SELECT pg_advisory_xact_lock(hashtext('org_delegation'))", Object.class).getSingleResult();
    }

    /** Every line, by matter, amount and day. */
    public List<Delegation> list() {
        return entities.createQuery(
                        "select d from Delegation d order by d.matter, d.upToAmount nulls last, d.span.validFrom", Delegation.class)
                .getResultList();
    }

    /** Everybody who is asked or told beside. */
    public List<DelegationConsult> listConsults() {
        return entities.createQuery("select c from DelegationConsult c", DelegationConsult.class).getResultList();
    }

    public Optional<Delegation> find(UUID id) {
        return Optional.ofNullable(entities.find(Delegation.class, id));
    }

    public void add(Delegation line, List<DelegationConsult> consults) {
        entities.persist(line);
        consults.forEach(entities::persist);
    }

    /** Takes a line out with those beside. */
    public void remove(Delegation line) {
        entities.createQuery("delete from DelegationConsult c where c.delegation = :line")
                .setParameter("line", line.id())
                .executeUpdate();
        entities.remove(line);
    }

    /** Writes what is pending, so that an end is written before what follows it begins. */
    public void write() {
        entities.flush();
    }

    /** Stand-ins in force on the day or later, in order. */
    public List<Substitute> listSubstitutes(LocalDate on) {
        return entities.createQuery("""
                        select s from Substitute s where s.span.validUntil is null or s.span.validUntil > :day
                        order by s.post, s.number, s.span.validFrom
                        """, Substitute.class)
                .setParameter("day", on)
                .getResultList();
    }

    public void add(Substitute substitute) {
        entities.persist(substitute);
    }

    public void remove(Substitute substitute) {
        entities.remove(substitute);
    }
}
