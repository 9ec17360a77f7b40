package jp.yakuba.relocation.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.relocation.model.ReceivedNotice;
import jp.yakuba.relocation.model.SentNotice;

/** Where notices lie, those that left and those that arrived. */
@ApplicationScoped
public class NoticeStore {
    private static final UUID NONE = new UUID(0, 0);

    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    public void add(SentNotice notice) {
        entities.persist(notice);
    }

    public void add(ReceivedNotice notice) {
        entities.persist(notice);
    }

    /** Sends what is pending, so that constraints speak now. */
    public void write() {
        entities.flush();
    }

    /** Lets one notice of the office through at a time, until the transaction ends. */
    public void takeTurns(String peer) {
        entities.createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(:peer, 0))) AS turn")
                .setParameter("peer", "rel_notice " + peer)
                .getSingleResult();
    }

    /** True if the town before was told of the move, or was to be. */
    public boolean isTold(UUID eventId) {
        return entities.createQuery("select count(s) from SentNotice s where s.eventId = :event", Long.class)
                .setParameter("event", eventId)
                .getSingleResult() > 0;
    }

    /** What was told, locked: whoever comes second waits. */
    public Optional<SentNotice> lockSent(UUID id) {
        return Optional.ofNullable(entities.find(SentNotice.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** What was told by the record. */
    public Optional<SentNotice> findSentBy(UUID record) {
        return entities.createQuery("select s from SentNotice s where s.recordId = :record", SentNotice.class)
                .setParameter("record", record)
                .getResultStream().findFirst();
    }

    /** The notice and those in whose place it stands, the latest first. */
    public List<SentNotice> listReplacedBy(SentNotice latest) {
        var found = new ArrayList<SentNotice>();
        for (var one = latest; one != null; one = one.insteadOf() == null ? null : entities.find(SentNotice.class, one.insteadOf())) {
            found.add(one);
        }
        return found;
    }

    /** Those of the notices in whose place another one stands. */
    public Set<UUID> listTakenPlaces(Collection<UUID> notices) {
        return notices.isEmpty() ? Set.of() : Set.copyOf(entities.createQuery("select s.insteadOf from SentNotice s where s.insteadOf in :notices", UUID.class)
                .setParameter("notices", notices)
                .getResultList());
    }

    /** What the sections told, the latest first. */
    public List<SentNotice> listSent(Collection<String> sections, PageRequest part) {
        return entities.createQuery("select s from SentNotice s where s.section in :sections order by s.sentAt desc, s.id", SentNotice.class)
                .setParameter("sections", sections)
                .setFirstResult(part.offset())
                .setMaxResults(part.size())
                .getResultList();
    }

    public long countSent(Collection<String> sections) {
        return entities.createQuery("select count(s) from SentNotice s where s.section in :sections", Long.class)
                .setParameter("sections", sections)
                .getSingleResult();
    }

    /**
     * What was told and closed since, with an address, in whose place nothing stands, and of which nobody has told the other town otherwise.
     *
     * @param event the move that it tells of
     */
    public record ToldOpenly(UUID record, UUID event) {}

    /** All of that: few, for a move is told anew once somebody in it is protected. */
    public List<ToldOpenly> listToldOpenly(Collection<String> sections) {
        return entities.createQuery("select new jp.yakuba.relocation.store.NoticeStore$ToldOpenly(s.recordId, s.eventId) from SentNotice s"
                        + " where s.closed = true and s.shielded = false and s.recordId is not null and s.otherwise is null and s.section in :sections"
                        + " and not exists (select 1 from SentNotice n where n.insteadOf = s.id)", ToldOpenly.class)
                .setParameter("sections", sections)
                .getResultList();
    }

    /** What the sections told that never left, or by one of the records, in whose place nothing stands and which was not told otherwise; the latest first. */
    public List<SentNotice> listFailed(Collection<String> sections, Collection<UUID> records) {
        return entities.createQuery("""
                        select s from SentNotice s where s.section in :sections and (s.recordId is null or s.recordId in :records) and s.otherwise is null
                            and not exists (select 1 from SentNotice n where n.insteadOf = s.id) order by s.sentAt desc, s.id
                        """, SentNotice.class)
                .setParameter("sections", sections)
                .setParameter("records", records.isEmpty() ? Set.of(NONE) : records)
                .getResultList();
    }

    public Optional<ReceivedNotice> find(UUID id) {
        return Optional.ofNullable(entities.find(ReceivedNotice.class, id));
    }

    /** The notice, locked and as it is now: whoever comes second waits and sees what the first made of it. */
    public Optional<ReceivedNotice> lock(UUID id) {
        var found = find(id);
        found.ifPresent(one -> entities.refresh(one, LockModeType.PESSIMISTIC_WRITE));
        return found;
    }

    /** The sender's notice of the id. */
    public Optional<ReceivedNotice> findOf(String peer, UUID notice) {
        return entities.createQuery("select n from ReceivedNotice n where n.peer = :peer and n.notice = :notice", ReceivedNotice.class)
                .setParameter("peer", peer)
                .setParameter("notice", notice)
                .getResultStream().findFirst();
    }

    /** Notices by which the sender corrects the one of the id. */
    public List<ReceivedNotice> listCorrecting(String peer, UUID notice) {
        return entities.createQuery("select n from ReceivedNotice n where n.peer = :peer and n.corrects = :notice", ReceivedNotice.class)
                .setParameter("peer", peer)
                .setParameter("notice", notice)
                .getResultList();
    }

    /** Writes down whom a notice tells of, by the name as the ledger compares names. */
    public void addPerson(UUID notice, String nameKey, LocalDate born) {
        entities.createNativeQuery("INSERT INTO rel_notice_person (notice_id, born, name_key) VALUES (?1, ?2, ?3)")
                .setParameter(1, notice)
                .setParameter(2, born)
                .setParameter(3, nameKey)
                .executeUpdate();
    }

    /** Notices that say where somebody went, to registrars too, and tell of somebody of that name or that day of birth. */
    public List<UUID> listOpenLike(String nameKey, LocalDate born) {
        List<?> rows = entities.createNativeQuery("""
                        SELECT cast(n.id AS text) FROM rel_notice n WHERE NOT n.closed AND NOT n.shielded AND n.id IN (
                            SELECT p.notice_id FROM rel_notice_person p WHERE p.born = ?1
                            UNION SELECT p.notice_id FROM rel_notice_person p WHERE p.name_key = ?2)
                        ORDER BY n.id
                        """)
                .setParameter(1, born)
                .setParameter(2, nameKey)
                .getResultList();
        return rows.stream().map(row -> UUID.fromString(row.toString())).toList();
    }

    /** Writes down the pieces of where those lived of whom a notice tells; none holds a blank. */
    public void addPieces(UUID notice, Collection<String> pieces) {
        entities.createNativeQuery("UPDATE rel_notice SET address_pieces = string_to_array(?2, ' ') WHERE id = ?1")
                .setParameter(1, notice)
                .setParameter(2, String.join(" ", pieces))
                .executeUpdate();
    }

    /** A notice that says where somebody went, to registrars too, and where they lived before. */
    public record OpenAddress(UUID id, String address) {}

    /** Those of them whose address holds all of the pieces, of which there is at least one. */
    public List<OpenAddress> listOpenAt(Collection<String> pieces) {
        List<?> rows = entities.createNativeQuery("""
                        SELECT cast(id AS text), address FROM rel_notice
                        WHERE NOT closed AND NOT shielded AND address_pieces @> string_to_array(?1, ' ') ORDER BY id
                        """)
                .setParameter(1, String.join(" ", pieces))
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(row -> new OpenAddress(UUID.fromString((String) row[0]), (String) row[1])).toList();
    }

    /** What was told of the moves, with where they live, and is open to registrars too. */
    public List<UUID> listOpenSent(Collection<UUID> events) {
        return events.isEmpty() ? List.of() : entities.createQuery("select s.id from SentNotice s where s.eventId in :events and s.shielded = false"
                        + " and s.closed = false and s.recordId is not null order by s.id", UUID.class)
                .setParameter("events", events)
                .getResultList();
    }

    /**
     * A record whose readers follow who holds an office.
     *
     * @param closed true if they are protection officers, false if registrars
     */
    public record Watched(UUID recordId, boolean closed) {}

    /** The next of the records of all notices, those that arrived and those that were told other towns, behind the record. */
    public List<Watched> listWatched(UUID behind, int most) {
        List<?> rows = entities.createNativeQuery("""
                        SELECT cast(w.record_id AS text), w.closed FROM (
                            (SELECT record_id, closed FROM rel_notice WHERE record_id > ?1 ORDER BY record_id LIMIT ?2)
                            UNION ALL (SELECT r.record_id, n.closed FROM rel_repeated r JOIN rel_notice n ON n.id = r.notice_id
                                WHERE r.record_id > ?1 ORDER BY r.record_id LIMIT ?2)
                            UNION ALL (SELECT record_id, closed FROM rel_sent WHERE record_id > ?1 ORDER BY record_id LIMIT ?2)) w
                        ORDER BY w.record_id LIMIT ?2
                        """)
                .setParameter(1, behind)
                .setParameter(2, most)
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(row -> new Watched(UUID.fromString((String) row[0]), (Boolean) row[1])).toList();
    }

    /** The notice that a letter brought, first or once more. */
    public Optional<UUID> findBroughtBy(UUID record) {
        List<?> rows = entities.createNativeQuery("""
                        SELECT cast(id AS text) FROM rel_notice WHERE record_id = ?1
                        UNION SELECT cast(notice_id AS text) FROM rel_repeated WHERE record_id = ?1
                        """)
                .setParameter(1, record)
                .getResultList();
        return rows.stream().findFirst().map(row -> UUID.fromString(row.toString()));
    }

    /** Another letter brought the notice once more. */
    public void addRepeated(UUID id, UUID record) {
        entities.createNativeQuery("INSERT INTO rel_repeated (record_id, notice_id) VALUES (?1, ?2)").setParameter(1, record).setParameter(2, id).executeUpdate();
    }

    /** Records of the letters that brought the notice and are still there. */
    public List<UUID> recordsOf(ReceivedNotice notice) {
        var records = new ArrayList<UUID>();
        records.add(notice.recordId());
        for (var row : entities.createNativeQuery("SELECT cast(record_id AS text) FROM rel_repeated WHERE notice_id = ?1").setParameter(1, notice.id()).getResultList()) {
            records.add(UUID.fromString(row.toString()));
        }
        return records;
    }

    /** Notices of the sections: what is open first, then the latest. */
    public List<ReceivedNotice> list(Collection<String> sections, PageRequest part) {
        return entities.createQuery("select n from ReceivedNotice n where n.section in :sections order by case when n.state = "
                        + "jp.yakuba.relocation.api.NoticeState.OPEN then 0 else 1 end, n.arrivedAt desc, n.id", ReceivedNotice.class)
                .setParameter("sections", sections)
                .setFirstResult(part.offset())
                .setMaxResults(part.size())
                .getResultList();
    }

    public long count(Collection<String> sections) {
        return entities.createQuery("select count(n) from ReceivedNotice n where n.section in :sections", Long.class)
                .setParameter("sections", sections)
                .getSingleResult();
    }

    /** Takes away what came of a record that has ended. */
    public void forget(UUID record) {
        entities.createNativeQuery("DELETE FROM rel_repeated WHERE record_id = ?1").setParameter(1, record).executeUpdate();
        entities.createNativeQuery("DELETE FROM rel_notice WHERE record_id = ?1").setParameter(1, record).executeUpdate();
        entities.createNativeQuery("DELETE FROM rel_sent WHERE record_id = ?1").setParameter(1, record).executeUpdate();
    }
}
