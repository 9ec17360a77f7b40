package jp.yakuba.approval.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import jp.yakuba.approval.api.StopKind;
import jp.yakuba.approval.model.Proposal;
import jp.yakuba.approval.model.ProposalEvent;
import jp.yakuba.approval.model.ProposalOpening;
import jp.yakuba.approval.model.ProposalState;
import jp.yakuba.approval.model.ProposalText;
import jp.yakuba.approval.model.StepState;
import org.hibernate.exception.ConstraintViolationException;

/** Where proposals, their routes, texts and histories are kept. */
@ApplicationScoped
public class ProposalStore {
    private static final String ONE_OPEN = "apv_one_open_proposal_per_subject";

    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** Adds a proposal with its first text and line; false if somebody proposed the same subject at the same moment. */
    public boolean add(Proposal proposal, ProposalText text, ProposalEvent line) {
        entities.persist(proposal);
        entities.persist(text);
        entities.persist(line);
        try {
            entities.flush();
            return true;
        } catch (ConstraintViolationException twice) {
            if (ONE_OPEN.equals(twice.getConstraintName())) {
                return false;
            }
            throw twice;
        }
    }

    public void add(ProposalText text) {
        entities.persist(text);
    }

    /** Adds a line to the history and writes what is pending, so that a constraint speaks inside the deed. */
    public void write(ProposalEvent line) {
        entities.persist(line);
        entities.flush();
    }

    public Optional<Proposal> find(UUID id) {
        return Optional.ofNullable(entities.find(Proposal.class, id));
    }

    /** The proposal with its row locked until the deed ends, so that of two officers one comes after the other. */
    public Optional<Proposal> lock(UUID id) {
        return Optional.ofNullable(entities.find(Proposal.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** What is open on a subject, with its row locked; read only once the lock is held. */
    public Optional<Proposal> lockOpen(String subjectType, UUID subjectId) {
        return entities.createQuery("""
                        select p.id from Proposal p where p.asked.subjectType = :type and p.asked.subjectId = :id and p.state = :open
                        """, UUID.class)
                .setParameter("type", subjectType)
                .setParameter("id", subjectId)
                .setParameter("open", ProposalState.PROPOSED)
                .getResultStream()
                .findFirst()
                .flatMap(this::lock)
                .filter(proposal -> proposal.state() == ProposalState.PROPOSED);
    }

    public Optional<Proposal> findLatest(String subjectType, UUID subjectId) {
        return entities.createQuery("""
                        select p from Proposal p where p.asked.subjectType = :type and p.asked.subjectId = :id
                        order by p.proposedAt desc, p.id
                        """, Proposal.class)
                .setParameter("type", subjectType)
                .setParameter("id", subjectId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Proposals that wait for one of the posts, urgent ones first, then the oldest. */
    public List<Proposal> listWaitingFor(Collection<String> posts, UUID person) {
        return entities.createQuery("""
                        select distinct p from Proposal p join fetch p.steps
                        where p.state = :open
                        and exists (select 1 from ProposalStep s
                                    where s.proposal = p and s.state = :waiting and s.post in :posts
                                    and (s.assigneeId is null or s.assigneeId = :person))
                        order by p.asked.urgent desc, p.proposedAt
                        """, Proposal.class)
                .setParameter("open", ProposalState.PROPOSED)
                .setParameter("waiting", StepState.WAITING)
                .setParameter("posts", posts)
                .setParameter("person", person)
                .getResultList();
    }

    /** Takes the words of closed proposals on a subject away under a protocol, and what was said on their routes. */
    public void forget(String subjectType, UUID subjectId, String protocol) {
        entities.flush();
        var closed = "SELECT p.id FROM apv_proposal p WHERE p.subject_type = ?1 AND p.subject_id = ?2 AND p.state <> 'PROPOSED'";
        for (var sql : List.of(
                "UPDATE apv_proposal SET title = '廃棄済み', text = '', gone_under = ?3 WHERE gone_under IS NULL AND id IN (%s)",
                "UPDATE apv_text SET text = '', files = '[]', gone_under = ?3 WHERE gone_under IS NULL AND proposal_id IN (%s)")) {
            forget(sql.formatted(closed), subjectType, subjectId).setParameter(3, protocol).executeUpdate();
        }
        for (var sql : List.of(
                "UPDATE apv_event SET words = NULL WHERE words IS NOT NULL AND words_hash IS NOT NULL AND proposal_id IN (%s)",
                "UPDATE apv_step SET comment = NULL WHERE comment IS NOT NULL AND proposal_id IN (%s)")) {
            forget(sql.formatted(closed), subjectType, subjectId).executeUpdate();
        }
    }

    private Query forget(String sql, String subjectType, UUID subjectId) {
        return entities.createNativeQuery(sql).setParameter(1, subjectType).setParameter(2, subjectId);
    }

    public Optional<ProposalText> findText(UUID proposalId, int number) {
        return Optional.ofNullable(entities.find(ProposalText.class, new ProposalText.Key(proposalId, number)));
    }

    public List<ProposalText> listTexts(UUID proposalId) {
        return entities.createQuery(
                        "select t from ProposalText t where t.key.proposalId = :id order by t.key.number", ProposalText.class)
                .setParameter("id", proposalId)
                .getResultList();
    }

    /** Every line of the history, first one first. */
    public List<ProposalEvent> listEvents(UUID proposalId) {
        return entities.createQuery(
                        "select e from ProposalEvent e where e.key.proposalId = :id order by e.key.number", ProposalEvent.class)
                .setParameter("id", proposalId)
                .getResultList();
    }

    /**
     * Proposals with a stop whose day was before today and that was not reminded, or whose day was the other day or earlier
     * and of which the post above was not told.
     */
    public List<UUID> listLate(LocalDate today, LocalDate lastDayPassed, int most) {
        return entities.createQuery("""
                        select distinct s.proposal.id from ProposalStep s
                        where s.state = :waiting and s.dueOn < :today and (s.remindedOn is null
                            or s.escalatedOn is null and s.dueOn <= :passed and s.kind in :holding)
                        """, UUID.class)
                .setParameter("waiting", StepState.WAITING)
                .setParameter("today", today)
                .setParameter("passed", lastDayPassed)
                .setParameter("holding", List.of(StopKind.AGREE, StopKind.CONSULT, StopKind.DECIDE))
                .setMaxResults(most)
                .getResultList();
    }

    /** Remembers that somebody has opened a proposal. */
    public void open(ProposalOpening opening, Instant at) {
        entities.createNativeQuery("""
                        INSERT INTO apv_opening (proposal_id, person_id, version, opened_at)
                        VALUES (:proposal, :person, :version, :at)
                        ON CONFLICT (proposal_id, person_id) DO UPDATE SET version = :version, opened_at = :at
                        WHERE apv_opening.version < :version
                        """)
                .setParameter("proposal", opening.proposalId())
                .setParameter("person", opening.personId())
                .setParameter("version", opening.version())
                .setParameter("at", at)
                .executeUpdate();
    }

    /** The version at which the person opened it last. */
    public OptionalLong findOpening(UUID proposalId, UUID personId) {
        List<?> found = entities.createNativeQuery(
                        "SELECT version FROM apv_opening WHERE proposal_id = :proposal AND person_id = :person")
                .setParameter("proposal", proposalId)
                .setParameter("person", personId)
                .getResultList();
        return found.stream().mapToLong(version -> ((Number) version).longValue()).findFirst();
    }
}
