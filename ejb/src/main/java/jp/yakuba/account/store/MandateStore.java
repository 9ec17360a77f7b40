package jp.yakuba.account.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.account.api.MandateView;
import jp.yakuba.account.model.Mandate;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;

/** Where mandates are kept. */
@ApplicationScoped
public class MandateStore {
    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    public void add(Mandate mandate) {
        entities.persist(mandate);
    }

    public Optional<Mandate> find(UUID id) {
        return Optional.ofNullable(entities.find(Mandate.class, id));
    }

    /** Ids of the mandates that the account gave. */
    public List<UUID> listIdsGivenBy(UUID accountId) {
        return entities.createQuery("select m.id from Mandate m where m.principalAccountId = :account", UUID.class)
                .setParameter("account", accountId)
                .getResultList();
    }

    /** Mandates that the account gave, newest first. */
    public Page<MandateView> listGiven(UUID accountId, PageRequest page) {
        return list("m.principalAccountId = :account", Map.of("account", accountId), page);
    }

    /** Mandates that the account received, and those offered to its address, newest first. */
    public Page<MandateView> listReceived(UUID accountId, String mail, PageRequest page) {
        return list("""
                m.agentAccountId = :account or m.agentAccountId is null and m.state = :offered
                and m.principalAccountId <> :account and lower(m.agentMail) = lower(:mail)""", Map.of(
                "account", accountId, "mail", mail == null ? "" : mail, "offered", Mandate.State.OFFERED), page);
    }

    /** Mandates that the account received and that stand on the day. */
    public List<MandateView> listStanding(UUID accountId, LocalDate today) {
        return query("m.agentAccountId = :account and m.state = :standing and m.validFrom <= :today and m.validUntil >= :today",
                Map.of("account", accountId, "standing", Mandate.State.STANDING, "today", today)).getResultStream()
                .map(MandateStore::view).toList();
    }

    private Page<MandateView> list(String whose, Map<String, Object> parameters, PageRequest page) {
        var rows = query(whose, parameters).setFirstResult(page.offset()).setMaxResults(page.size()).getResultStream()
                .map(MandateStore::view).toList();
        var count = entities.createQuery("select count(m) from Mandate m where " + whose, Long.class);
        parameters.forEach(count::setParameter);
        return new Page<>(rows, count.getSingleResult(), page);
    }

    private TypedQuery<Object[]> query(String whose, Map<String, Object> parameters) {
        var query = entities.createQuery("""
                        select m, p.displayName, a.displayName from Mandate m
                        join Account p on p.id = m.principalAccountId
                        left join Account a on a.id = m.agentAccountId
                        where %s order by m.createdAt desc, m.id
                        """.formatted(whose), Object[].class);
        parameters.forEach(query::setParameter);
        return query;
    }

    private static MandateView view(Object[] row) {
        return view((Mandate) row[0], (String) row[1], (String) row[2]);
    }

    /** Until somebody has accepted, the agent is called by the address that the principal typed. */
    private static MandateView view(Mandate mandate, String principal, String agent) {
        return new MandateView(mandate.id(), mandate.principalAccountId(), principal, mandate.agentAccountId(),
                agent == null ? mandate.agentMail() : agent,
                mandate.procedures(), mandate.validFrom(), mandate.validUntil(), mandate.state().name());
    }
}
