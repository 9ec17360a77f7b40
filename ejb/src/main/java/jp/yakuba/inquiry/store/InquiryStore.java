package jp.yakuba.inquiry.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.inquiry.model.AskedOffice;
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

    public Optional<AskedOffice> find(OfficeKey key) {
        return Optional.ofNullable(entities.find(AskedOffice.class, key));
    }

    /** Offices that were asked, by code. */
    public List<AskedOffice> listOffices(UUID inquiry) {
        return entities.createQuery("select o from AskedOffice o where o.key.inquiry = :inquiry order by o.key.peer", AskedOffice.class)
                .setParameter("inquiry", inquiry)
                .getResultList();
    }

    /** Answers, latest first. */
    public List<ReceivedAnswer> listAnswers(UUID inquiry) {
        return entities.createQuery("select a from ReceivedAnswer a where a.inquiry = :inquiry order by a.arrivedAt desc, a.key.message",
                        ReceivedAnswer.class)
                .setParameter("inquiry", inquiry)
                .getResultList();
    }

    /** Inquiries of the sections, latest first. */
    public List<Inquiry> list(Collection<String> sections, PageRequest part) {
        return entities.createQuery("select i from Inquiry i where i.section in :sections order by i.begunAt desc, i.id", Inquiry.class)
                .setParameter("sections", sections)
                .setFirstResult(part.offset())
                .setMaxResults(part.size())
                .getResultList();
    }

    public long count(Collection<String> sections) {
        return entities.createQuery("select count(i) from Inquiry i where i.section in :sections", Long.class)
                .setParameter("sections", sections)
                .getSingleResult();
    }

    /** How many offices have answered. */
    public int countAnswered(UUID inquiry) {
        return entities.createQuery("select count(a) from ReceivedAnswer a where a.inquiry = :inquiry and a.state = "
                        + "jp.yakuba.inquiry.api.AnswerState.COUNTS", Long.class)
                .setParameter("inquiry", inquiry)
                .getSingleResult().intValue();
    }

    /** Takes away what came of a record that has ended: the inquiry that left by it, or the answer that it brought. */
    public void forget(UUID record) {
        entities.createNativeQuery("DELETE FROM inq_answer WHERE record_id = ?1").setParameter(1, record).executeUpdate();
        entities.createNativeQuery("DELETE FROM inq_inquiry WHERE record_id = ?1").setParameter(1, record).executeUpdate();
    }
}
