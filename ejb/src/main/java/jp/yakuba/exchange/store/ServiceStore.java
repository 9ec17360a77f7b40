package jp.yakuba.exchange.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.yakuba.exchange.api.ServiceDesk.Office;
import jp.yakuba.exchange.api.ServicePart;

/** Where parts wait beside drafts, and what this office may use at others. */
@ApplicationScoped
public class ServiceStore {
    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** Lays a part beside a draft, in place of the one that lay there. */
    public void keepPart(UUID draft, ServicePart part, Instant at) {
        entities.createNativeQuery("""
                        INSERT INTO exc_service_part (draft_id, service, version, content, at) VALUES (?1, ?2, ?3, ?4, ?5)
                        ON CONFLICT (draft_id) DO UPDATE SET service = excluded.service, version = excluded.version, content = excluded.content, at = excluded.at
                        """)
                .setParameter(1, draft)
                .setParameter(2, part.service())
                .setParameter(3, part.version())
                .setParameter(4, part.content())
                .setParameter(5, at)
                .executeUpdate();
    }

    public void dropPart(UUID draft) {
        entities.createNativeQuery("DELETE FROM exc_service_part WHERE draft_id = ?1").setParameter(1, draft).executeUpdate();
    }

    public boolean hasPart(UUID draft) {
        return (boolean) entities.createNativeQuery("SELECT count(*) > 0 FROM exc_service_part WHERE draft_id = ?1", Boolean.class)
                .setParameter(1, draft)
                .getSingleResult();
    }

    public Optional<ServicePart> findPart(UUID draft) {
        List<?> rows = entities.createNativeQuery("SELECT service, version, content FROM exc_service_part WHERE draft_id = ?1", Object[].class)
                .setParameter(1, draft)
                .getResultList();
        return rows.stream().findFirst().map(Object[].class::cast)
                .map(columns -> new ServicePart((String) columns[0], ((Number) columns[1]).intValue(), (byte[]) columns[2]));
    }

    /** True if it is agreed that this office uses the service at the other. */
    public boolean mayAsk(String peer, String service) {
        return (boolean) entities.createNativeQuery("SELECT count(*) > 0 FROM exc_peer WHERE code = ?1 AND ?2 = ANY (asked)", Boolean.class)
                .setParameter(1, peer)
                .setParameter(2, service)
                .getSingleResult();
    }

    /** Offices at which this one may use the service now, by code. */
    public List<Office> listOffices(String service) {
        return offices(service, "state = 'ACTIVE' AND");
    }

    /** Offices with which it is agreed, suspended ones too. */
    public List<Office> listAgreed(String service) {
        return offices(service, "");
    }

    private List<Office> offices(String service, String which) {
        var offices = new ArrayList<Office>();
        for (var row : entities.createNativeQuery("SELECT code, name FROM exc_peer WHERE " + which + " ?1 = ANY (asked) ORDER BY code", Object[].class)
                .setParameter(1, service)
                .getResultList()) {
            var columns = (Object[]) row;
            offices.add(new Office((String) columns[0], (String) columns[1]));
        }
        return offices;
    }

    /** Those of the records in whose conversation the office they went to wrote a letter of the service that was refused here. */
    public Set<UUID> listRefusedReplies(String service, Collection<UUID> records) {
        if (records.isEmpty()) {
            return Set.of();
        }
        List<?> rows = entities.createNativeQuery("""
                        SELECT DISTINCT p.record_id FROM exc_parcel p
                        JOIN exc_arrival a ON a.peer = p.peer AND a.conversation = p.conversation AND a.service = ?1 AND a.state = 'REFUSED'
                        WHERE p.record_id IN ?2
                        """, UUID.class)
                .setParameter(1, service)
                .setParameter(2, records)
                .getResultList();
        return rows.stream().map(UUID.class::cast).collect(Collectors.toSet());
    }

    /** Takes away uses before the moment; returns how many. */
    public int sweepUses(Instant before) {
        return entities.createNativeQuery("DELETE FROM exc_use WHERE at < ?1").setParameter(1, before).executeUpdate();
    }
}
