package jp.yakuba.certificate.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.yakuba.certificate.api.CopyState;
import jp.yakuba.certificate.model.AskedCopy;
import jp.yakuba.certificate.model.IssuedCopy;
import jp.yakuba.certificate.model.WideCopy;

/** Where requests for copies lie, those of this office and those of others, and what was issued. */
@ApplicationScoped
public class WideCopyStore {
    private static final int MOST = 500;

    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** Keeps something new. */
    public void add(Object entity) {
        entities.persist(entity);
    }

    /** Sends what is pending, so that constraints speak now. */
    public void write() {
        entities.flush();
    }

    /** Lets one deed about the request through at a time, until the transaction ends. */
    public void takeTurns(String peer, UUID request) {
        entities.createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(:request, 0))) AS turn")
                .setParameter("request", "crt_request " + peer + " " + request)
                .getSingleResult();
    }

    /** Lets one deed through at a time that asks who is protected and closes letters of theirs, until the transaction ends. */
    public void takeTurnsWithProtection() {
        entities.createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended('crt_protection', 0))) AS turn").getSingleResult();
    }

    /** Records of letters by which one of the persons, or somebody for them, asked. */
    public List<UUID> listRecordsOf(Collection<UUID> persons) {
        return persons.isEmpty() ? List.of() : entities.createQuery(
                        "select distinct a.recordId from AskedCopy a join a.persons p where p in :persons order by a.recordId", UUID.class)
                .setParameter("persons", persons)
                .getResultList();
    }

    public Optional<WideCopy> find(UUID id) {
        return Optional.ofNullable(entities.find(WideCopy.class, id));
    }

    /** The request, locked, as it is now: whoever comes second waits and sees what the first made of it. */
    public Optional<WideCopy> lock(UUID id) {
        var found = find(id);
        found.ifPresent(one -> entities.refresh(one, LockModeType.PESSIMISTIC_WRITE));
        return found;
    }

    /** The request that left as the record. */
    public Optional<WideCopy> findSentAs(UUID record) {
        return entities.createQuery("select c from WideCopy c where c.recordId = :record", WideCopy.class)
                .setParameter("record", record)
                .getResultStream().findFirst();
    }

    /** What the sections asked that is open, or was asked since the moment, the latest first. */
    public List<WideCopy> list(Collection<String> sections, Instant since) {
        return entities.createQuery("select c from WideCopy c where c.section in :sections and (c.askedAt >= :since or c.state in :open)"
                        + " order by c.askedAt desc, c.id", WideCopy.class)
                .setParameter("sections", sections)
                .setParameter("since", since)
                .setParameter("open", List.of(CopyState.WAITING, CopyState.ANSWERED, CopyState.ISSUED))
                .setMaxResults(MOST)
                .getResultList();
    }

    /** How many copies of each request were issued; spoiled ones do not count. */
    public Map<UUID, Integer> countIssued(Collection<UUID> requests) {
        return requests.isEmpty() ? Map.of() : entities.createQuery(
                        "select i.requestId, count(i) from IssuedCopy i where i.requestId in :requests and i.spoiled is null group by i.requestId", Object[].class)
                .setParameter("requests", requests)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> ((Number) row[1]).intValue()));
    }

    /** Copies of the request in the order of their numbers. */
    public List<IssuedCopy> listIssued(UUID request) {
        return entities.createQuery("select i from IssuedCopy i where i.requestId = :request order by i.year, i.serial", IssuedCopy.class)
                .setParameter("request", request)
                .getResultList();
    }

    public Optional<IssuedCopy> findIssued(UUID id) {
        return Optional.ofNullable(entities.find(IssuedCopy.class, id));
    }

    /** The copy, locked, as it is now: of two who fetch its sheet at once, one gets it. */
    public Optional<IssuedCopy> lockIssued(UUID id) {
        var found = findIssued(id);
        found.ifPresent(one -> entities.refresh(one, LockModeType.PESSIMISTIC_WRITE));
        return found;
    }

    /** Sheets of the request that nobody fetched are gone. */
    public void dropSheets(UUID request) {
        listIssued(request).forEach(IssuedCopy::drop);
    }

    /** The next number of the fiscal year; the row is held until the deed ends, so that none is left out. */
    public IssuedCopy.Number nextNumber(int year) {
        var last = entities.createNativeQuery("""
                        INSERT INTO crt_series (year, last) VALUES (:year, 1) ON CONFLICT (year) DO UPDATE SET last = crt_series.last + 1 RETURNING last
                        """)
                .setParameter("year", year)
                .getSingleResult();
        return new IssuedCopy.Number(year, ((Number) last).intValue());
    }

    /** Requests whose time is over and of which something is here still. */
    public List<UUID> listDue(Instant now) {
        return entities.createQuery("select c.id from WideCopy c where c.erasedAt is null and c.eraseAt <= :now order by c.eraseAt", UUID.class)
                .setParameter("now", now)
                .setMaxResults(MOST)
                .getResultList();
    }

    /** What the office asked with the request. */
    public Optional<AskedCopy> findAsked(String peer, UUID request) {
        return entities.createQuery("select a from AskedCopy a where a.peer = :peer and a.request = :request", AskedCopy.class)
                .setParameter("peer", peer)
                .setParameter("request", request)
                .getResultStream().findFirst();
    }

    /** What was answered by the record. */
    public Optional<AskedCopy> findAnsweredBy(UUID record) {
        return entities.createQuery("select a from AskedCopy a where a.answerRecord = :record", AskedCopy.class)
                .setParameter("record", record)
                .getResultStream().findFirst();
    }

    /** Takes away what a record that has ended left. */
    public void forget(UUID record) {
        entities.createQuery("select c from WideCopy c where c.recordId = :record", WideCopy.class).setParameter("record", record)
                .getResultList().forEach(one -> {
                    listIssued(one.id()).forEach(entities::remove);
                    entities.remove(one);
                });
        entities.createQuery("select a from AskedCopy a where a.recordId = :record", AskedCopy.class).setParameter("record", record)
                .getResultList().forEach(entities::remove);
    }
}
