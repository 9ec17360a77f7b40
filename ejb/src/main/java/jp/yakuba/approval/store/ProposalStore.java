package jp.yakuba.approval.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.approval.model.Proposal;
import jp.yakuba.approval.model.ProposalState;
import jp.yakuba.approval.model.StepState;

/** Where proposals and their routes are kept. */
@ApplicationScoped
public class ProposalStore {
    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    public void add(Proposal proposal) {
        entities.persist(proposal);
        entities.flush();
    }

    public Optional<Proposal> find(UUID id) {
        return Optional.ofNullable(entities.find(Proposal.class, id));
    }

    /** The proposal with its row locked until the deed ends, so that of two officers one comes after the other. */
    public Optional<Proposal> lock(UUID id) {
        return Optional.ofNullable(entities.find(Proposal.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Writes what is pending, so that a constraint speaks inside the deed. */
    public void write() {
        entities.flush();
    }

    public boolean isOpen(String subjectType, UUID subjectId) {
        return findLatest(subjectType, subjectId)
                .filter(proposal -> proposal.view().state().equals(ProposalState.PROPOSED.name()))
                .isPresent();
    }

    public Optional<Proposal> findLatest(String subjectType, UUID subjectId) {
        return entities.createQuery("""
                        select p from Proposal p where p.subjectType = :type and p.subjectId = :id
                        order by p.proposedAt desc, p.id
                        """, Proposal.class)
                .setParameter("type", subjectType)
                .setParameter("id", subjectId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Proposals whose turn is at one of the posts, oldest first. */
    public List<Proposal> listWaitingFor(Collection<String> posts) {
        return entities.createQuery("""
                        select distinct p from Proposal p join fetch p.steps
                        where p.state = :open
                        and exists (select 1 from ProposalStep s
                                    where s.proposal = p and s.state = :waiting and s.post in :posts)
                        order by p.proposedAt
                        """, Proposal.class)
                .setParameter("open", ProposalState.PROPOSED)
                .setParameter("waiting", StepState.WAITING)
                .setParameter("posts", posts)
                .getResultList();
    }
}
