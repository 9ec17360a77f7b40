package jp.yakuba.document.store.dispatch;

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
import jp.yakuba.document.api.DispatchChannel;
import jp.yakuba.document.api.DispatchView;
import jp.yakuba.document.api.PostedNotice;
import jp.yakuba.document.api.SealLine;
import jp.yakuba.document.model.NumberedRecord;
import jp.yakuba.document.model.dispatch.Delivery;
import jp.yakuba.document.model.dispatch.Dispatch;
import jp.yakuba.document.model.dispatch.SealEntry;
import jp.yakuba.document.model.drafting.DraftVersion;
import jp.yakuba.document.store.record.Reader;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;

/** Where dispatches, their deliveries and the seal register are kept. */
@ApplicationScoped
public class DispatchStore {
    /** What causes the record of something that is sent out. */
    public static final String CAUSE = "dispatch";

    private static final String UP = """
            from Delivery d join NumberedRecord r on r.id = d.recordId
            where d.channel = :notice and d.gone = false and d.orderedAt <= :now and d.postedUntil >= :today
            """;

    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** A delivery of a record, by post. */
    public record Posted(Delivery delivery, NumberedRecord record) {}

    /** From which draft something was sent, and the first recipient if that is a resident. */
    public record Sent(UUID draftId, UUID personId) {}

    public void add(Dispatch dispatch) {
        entities.persist(dispatch);
    }

    public void add(Delivery delivery) {
        entities.persist(delivery);
    }

    public void add(SealEntry entry) {
        entities.persist(entry);
    }

    /** Writes what is pending, so that what hangs on it can follow. */
    public void write() {
        entities.flush();
    }

    public Optional<Delivery> find(UUID id) {
        return Optional.ofNullable(entities.find(Delivery.class, id));
    }

    public Optional<Delivery> lock(UUID id) {
        return Optional.ofNullable(entities.find(Delivery.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Deliveries of a record by mail with the fair copy. */
    public List<Delivery> listByMail(UUID recordId, String sha256) {
        return entities.createQuery("select d from Delivery d where d.recordId = :record and d.channel = :mail and d.sha256 = :copy order by d.position",
                        Delivery.class)
                .setParameter("record", recordId)
                .setParameter("mail", DispatchChannel.MAIL)
                .setParameter("copy", sha256)
                .getResultList();
    }

    /** What was sent out from a draft, first one first, to whom, and under which number. */
    public List<DispatchView> listOfDraft(UUID draftId) {
        var deliveries = entities.createQuery("""
                        select d from Delivery d where d.recordId in (select s.recordId from Dispatch s where s.draftId = :draft)
                        order by d.position
                        """, Delivery.class)
                .setParameter("draft", draftId)
                .getResultStream()
                .collect(Collectors.groupingBy(Delivery::recordId, Collectors.mapping(Delivery::view, Collectors.toList())));
        return entities.createQuery("""
                        select s, r from Dispatch s join NumberedRecord r on r.id = s.recordId
                        where s.draftId = :draft order by s.sentAt
                        """, Object[].class)
                .setParameter("draft", draftId)
                .getResultStream()
                .map(row -> ((Dispatch) row[0]).view((NumberedRecord) row[1], deliveries.getOrDefault(((NumberedRecord) row[1]).id(), List.of())))
                .toList();
    }

    /** What was sent, by cause of its record. */
    public Map<UUID, Sent> listOfCauses(Collection<UUID> causes) {
        if (causes.isEmpty()) {
            return Map.of();
        }
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery("""
                        SELECT r.cause_id, s.draft_id, d.person_id FROM doc_record r JOIN doc_dispatch s ON s.record_id = r.id
                        LEFT JOIN doc_delivery d ON d.record_id = r.id AND d.position = 0
                        WHERE r.cause_type = ?1 AND r.cause_id IN (?2)
                        """, Object[].class)
                .setParameter(1, CAUSE)
                .setParameter(2, causes)
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> (UUID) row[0], row -> new Sent((UUID) row[1], (UUID) row[2])));
    }

    /** Takes away to whom a record went that is gone, its fair copies, and what its number was taken for. */
    public void forget(UUID recordId) {
        entities.flush();
        for (var sql : List.of("""
                UPDATE doc_delivery SET name = '廃棄済み', person_id = NULL, account_id = NULL, mail = NULL, postal_code = NULL,
                    address = NULL, sha256 = NULL, gone = true WHERE record_id = ?1 AND NOT gone
                """, "UPDATE doc_taken_number SET purpose = '廃棄済み' WHERE record_id = ?1")) {
            entities.createNativeQuery(sql).setParameter(1, recordId).executeUpdate();
        }
    }

    /** What a section sent by post in a time, in the order of its numbers. */
    public List<Posted> listPosted(String section, Instant from, Instant until) {
        return entities.createQuery("""
                        select d, r from Delivery d join NumberedRecord r on r.id = d.recordId
                        where d.channel = :post and r.section = :section and d.orderedAt >= :from and d.orderedAt < :until
                        order by d.orderedAt, d.position
                        """, Object[].class)
                .setParameter("post", DispatchChannel.POST)
                .setParameter("section", section)
                .setParameter("from", from)
                .setParameter("until", until)
                .getResultStream()
                .map(row -> new Posted((Delivery) row[0], (NumberedRecord) row[1]))
                .toList();
    }

    /** The seal register as far as the reader may read it, latest first. */
    public Page<SealLine> listSeals(Reader reader, PageRequest page) {
        var rows = entities.createQuery("""
                        select s, r from SealEntry s join NumberedRecord r on r.id = s.recordId
                        where :whole = true or s.section in :sections order by s.usedAt desc, s.id
                        """, Object[].class)
                .setParameter("whole", reader.wholeOffice())
                .setParameter("sections", reader.sectionsAsked())
                .setFirstResult(page.offset())
                .setMaxResults(page.size())
                .getResultStream()
                .map(row -> ((SealEntry) row[0]).line((NumberedRecord) row[1]))
                .toList();
        var total = entities.createQuery("select count(s) from SealEntry s where :whole = true or s.section in :sections", Long.class)
                .setParameter("whole", reader.wholeOffice())
                .setParameter("sections", reader.sectionsAsked())
                .getSingleResult();
        return new Page<>(rows, total, page);
    }

    /** What hangs on the notice board on a day, latest first. */
    public Page<PostedNotice> listUp(Instant now, LocalDate today, PageRequest page) {
        var rows = entities.createQuery("""
                        select new jp.yakuba.document.api.PostedNotice(d.id, r.id, r.number, r.title, d.orderedAt, d.postedUntil)
                        """ + UP + "order by d.orderedAt desc, d.id", PostedNotice.class)
                .setParameter("notice", DispatchChannel.NOTICE)
                .setParameter("now", now)
                .setParameter("today", today)
                .setFirstResult(page.offset())
                .setMaxResults(page.size())
                .getResultList();
        var total = entities.createQuery("select count(d) " + UP, Long.class)
                .setParameter("notice", DispatchChannel.NOTICE)
                .setParameter("now", now)
                .setParameter("today", today)
                .getSingleResult();
        return new Page<>(rows, total, page);
    }

    /** A notice, if it hangs on the day. */
    public Optional<Delivery> findUp(UUID id, Instant now, LocalDate today) {
        return entities.createQuery("select d " + UP + "and d.id = :id", Delivery.class)
                .setParameter("notice", DispatchChannel.NOTICE)
                .setParameter("now", now)
                .setParameter("today", today)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** What the draft says from which the record was sent. */
    public Optional<DraftVersion> findWords(UUID recordId) {
        return entities.createQuery("""
                        select v from DraftVersion v, WorkingDraft w, Dispatch s
                        where s.recordId = :record and w.id = s.draftId and v.place.draftId = w.id and v.place.number = w.latest
                        """, DraftVersion.class)
                .setParameter("record", recordId)
                .getResultStream()
                .findFirst();
    }

    /** What is or was on the notice board, latest first. */
    public Page<PostedNotice> listNotices(PageRequest page) {
        var rows = entities.createQuery("""
                        select new jp.yakuba.document.api.PostedNotice(d.id, r.id, r.number, r.title, d.orderedAt, d.postedUntil)
                        from Delivery d join NumberedRecord r on r.id = d.recordId
                        where d.channel = :notice order by d.orderedAt desc, d.id
                        """, PostedNotice.class)
                .setParameter("notice", DispatchChannel.NOTICE)
                .setFirstResult(page.offset())
                .setMaxResults(page.size())
                .getResultList();
        var total = entities.createQuery("select count(d) from Delivery d where d.channel = :notice", Long.class)
                .setParameter("notice", DispatchChannel.NOTICE)
                .getSingleResult();
        return new Page<>(rows, total, page);
    }
}
