package jp.yakuba.account.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.account.api.MandateView;
import jp.yakuba.account.model.Mandate;

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
    public List<MandateView> listGiven(UUID accountId) {
        return list("m.principalAccountId", accountId);
    }

    /** Mandates that the account received, newest first. */
    public List<MandateView> listReceived(UUID accountId) {
        return list("m.agentAccountId", accountId);
    }

    private List<MandateView> list(String side, UUID accountId) {
        return entities.createQuery("""
                        select m, p.displayName, a.displayName from Mandate m
                        join Account p on p.id = m.principalAccountId
                        join Account a on a.id = m.agentAccountId
                        where %s = :account order by m.createdAt desc
                        """.formatted(side), Object[].class)
                .setParameter("account", accountId)
                .getResultStream()
                .map(row -> view((Mandate) row[0], (String) row[1], (String) row[2]))
                .toList();
    }

    private static MandateView view(Mandate mandate, String principal, String agent) {
        return new MandateView(mandate.id(), mandate.principalAccountId(), principal, mandate.agentAccountId(), agent,
                mandate.procedures(), mandate.validFrom(), mandate.validUntil(), mandate.state().name());
    }
}
