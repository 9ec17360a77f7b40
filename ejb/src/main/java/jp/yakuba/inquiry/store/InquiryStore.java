package jp.yakuba.inquiry.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.yakuba.inquiry.api.AnswerState;
import jp.yakuba.inquiry.api.InquiryLine;
import jp.yakuba.inquiry.api.InquiryState;
import jp.yakuba.inquiry.api.OfficeLine;
import jp.yakuba.inquiry.model.AskedOffice;
import jp.yakuba.inquiry.model.FollowUp;
import jp.yakuba.inquiry.model.Inquiry;
import jp.yakuba.inquiry.model.OfficeKey;
import jp.yakuba.inquiry.model.ReceivedAnswer;
import jp.yakuba.kernel.PageRequest;

/** Where this office's inquiries lie, with the offices and their answers. */
@ApplicationScoped
public class InquiryStore {
    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    public void add(Inquiry inquiry) {
        entities.persist(inquiry);
        entities.flush();
    }

    public void add(AskedOffice office) {
        entities.persist(office);
    }

    /** Adds an answer; one that counts takes the place of the one before, which is written first. */
    public void add(ReceivedAnswer answer) {
        entities.flush();
        entities.persist(answer);
        entities.flush();
    }

    public Optional<Inquiry> find(UUID id) {
        return Optional.ofNullable(entities.find(Inquiry.class, id));
    }

    public Optional<Inquiry> lock(UUID id) {
        return Optional.ofNullable(entities.find(Inquiry.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The inquiry of a draft. */
    public Optional<Inquiry> lockOfDraft(UUID draftId) {
        return entities.createQuery("select i from Inquiry i where i.draftId = :draft", Inquiry.class)
                .setParameter("draft", draftId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream().findFirst();
    }

    public void add(FollowUp letter) {
        entities.persist(letter);
        entities.flush();
    }

    /** Letters after the inquiry, first one first. */
    public List<FollowUp> listFollowUps(UUID inquiry) {
        return entities.createQuery("select f from FollowUp f where f.inquiry = :inquiry order by f.draftedAt, f.draftId", FollowUp.class)
                .setParameter("inquiry", inquiry)
                .getResultList();
    }

    /** The one that is under way. */
    public Optional<FollowUp> findOpenFollowUp(UUID inquiry) {
        return entities.createQuery("select f from FollowUp f where f.inquiry = :inquiry and f.sentAt is null", FollowUp.class)
                .setParameter("inquiry", inquiry)
                .getResultStream().findFirst();
    }

    /** The inquiry after which the draft of a letter was made. */
    public Optional<Inquiry> lockOfFollowUp(UUID draftId) {
        return entities.createQuery("select i from Inquiry i where i.id = (select f.inquiry from FollowUp f where f.draftId = :draft)", Inquiry.class)
                .setParameter("draft", draftId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream().findFirst();
    }

    public Optional<FollowUp> lockFollowUp(UUID draftId) {
        return Optional.ofNullable(entities.find(FollowUp.class, draftId, LockModeType.PESSIMISTIC_WRITE));
    }

    public void remove(FollowUp letter) {
        entities.remove(letter);
        entities.flush();
    }

    public Optional<AskedOffice> find(OfficeKey key) {
        return Optional.ofNullable(entities.find(AskedOffice.class, key));
    }

    /** Offices that were asked, by code. */
    public List<AskedOffice> listOffices(UUID inquiry) {
        return entities.createQuery("select o from AskedOffice o where o.key.inquiry = :inquiry order by o.key.peer", AskedOffice.class)
                .setParameter("inquiry", inquiry)
                .getResultList();
    }

    /** Answers that count. */
    public List<ReceivedAnswer> listCounting(UUID inquiry) {
        return entities.createQuery("select a from ReceivedAnswer a where a.inquiry = :inquiry and a.state = jp.yakuba.inquiry.api.AnswerState.COUNTS",
                        ReceivedAnswer.class)
                .setParameter("inquiry", inquiry)
                .getResultList();
    }

    /** The answer of an office that counts. */
    public Optional<ReceivedAnswer> findCounting(UUID inquiry, String peer) {
        return listCounting(inquiry).stream().filter(one -> one.peer().equals(peer)).findFirst();
    }

    /** By office, answers that do not count, latest first; what they say is not read. */
    public Map<String, List<OfficeLine.Other>> listOthers(UUID inquiry) {
        return entities.createQuery("select a.key.peer, a.recordId, a.number, a.arrivedAt, a.state from ReceivedAnswer a where a.inquiry = :inquiry "
                        + "and a.state <> jp.yakuba.inquiry.api.AnswerState.COUNTS order by a.arrivedAt desc, a.key.message", Object[].class)
                .setParameter("inquiry", inquiry)
                .getResultStream().collect(Collectors.groupingBy(row -> (String) row[0], Collectors.mapping(
                        row -> new OfficeLine.Other((UUID) row[1], (String) row[2], (Instant) row[3], (AnswerState) row[4]), Collectors.toList())));
    }

    /** Inquiries of the sections, latest first; their forms are not read. */
    public List<InquiryLine> list(Collection<String> sections, PageRequest part) {
        return entities.createQuery("""
                        select i.id, i.section, i.title, i.deadline, i.state, i.number, i.begunAt, function('cardinality', i.offices),
                            (select count(o) from AskedOffice o where o.key.inquiry = i.id),
                            (select count(a) from ReceivedAnswer a where a.inquiry = i.id and a.state = jp.yakuba.inquiry.api.AnswerState.COUNTS), i.draftId
                        from Inquiry i where i.section in :sections order by i.begunAt desc, i.id
                        """, Object[].class)
                .setParameter("sections", sections)
                .setFirstResult(part.offset())
                .setMaxResults(part.size())
                .getResultStream().map(InquiryStore::line).toList();
    }

    private static InquiryLine line(Object[] row) {
        return new InquiryLine((UUID) row[0], (String) row[1], (String) row[2], (LocalDate) row[3], (InquiryState) row[4], (String) row[5],
                (Instant) row[6], Math.max(number(row[7]), number(row[8])), number(row[9]), (UUID) row[10], null);
    }

    private static int number(Object count) {
        return count == null ? 0 : ((Number) count).intValue();
    }

    public long count(Collection<String> sections) {
        return entities.createQuery("select count(i) from Inquiry i where i.section in :sections", Long.class)
                .setParameter("sections", sections)
                .getSingleResult();
    }

    /** Takes away what came of a record that has ended: the inquiry that left by it, or the answer that it brought. */
    public void forget(UUID record) {
        entities.createNativeQuery("DELETE FROM inq_answer WHERE record_id = ?1").setParameter(1, record).executeUpdate();
        entities.createNativeQuery("DELETE FROM inq_follow_up WHERE record_id = ?1").setParameter(1, record).executeUpdate();
        entities.createNativeQuery("DELETE FROM inq_day_notice WHERE subject IN (SELECT id FROM inq_inquiry WHERE record_id = ?1)").setParameter(1, record)
                .executeUpdate();
        entities.createNativeQuery("DELETE FROM inq_inquiry WHERE record_id = ?1").setParameter(1, record).executeUpdate();
    }
}
