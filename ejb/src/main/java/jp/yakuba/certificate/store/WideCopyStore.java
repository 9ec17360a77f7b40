package jp.yakuba.certificate.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.yakuba.certificate.api.CopyLine;
import jp.yakuba.certificate.api.CopyOutcome;
import jp.yakuba.certificate.api.CopyState;
import jp.yakuba.certificate.model.IssuedCopy;
import jp.yakuba.certificate.model.WideCopy;

/** Where this office's requests for copies lie, and what was issued. */
@ApplicationScoped
public class WideCopyStore {
    private static final int MOST = 500;
    /** Each of the two conditions has an index of its own, so that a list that is looked at every few seconds does not read all that was ever asked. */
    private static final String LISTED = "select new jp.yakuba.certificate.store.WideCopyStore$Listed(c.recordId, c.id, c.name, c.peer, c.peerName, c.state,"
            + " c.outcome, c.number, c.askedAt, c.answeredAt, c.asOf) from WideCopy c where c.section in :sections and %s order by c.askedAt desc, c.id";
    private static final String OPEN = "c.state in (jp.yakuba.certificate.api.CopyState.WAITING, jp.yakuba.certificate.api.CopyState.ANSWERED,"
            + " jp.yakuba.certificate.api.CopyState.ISSUED)";

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

    /** Lets one deed through at a time that asks with the id, until the transaction ends. */
    public void takeTurns(UUID request) {
        entities.createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(:request, 0))) AS turn")
                .setParameter("request", "crt_request " + request)
                .getSingleResult();
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

    /** A request as it is listed: nothing of what came, and of whoever asked the name alone. */
    public record Listed(
            UUID recordId, UUID id, String name, String peer, String peerName, CopyState state, CopyOutcome outcome, String number, Instant askedAt,
            Instant answeredAt, LocalDate asOf) {
        /** In a line. */
        public CopyLine line(int copies) {
            return new CopyLine(id, name, peer, peerName, state, outcome, number, askedAt, answeredAt, asOf, null, false, copies);
        }
    }

    /** What the sections asked that is open, and what else they asked since the moment, the latest first; of each at most so many. */
    public List<Listed> list(Collection<String> sections, Instant since) {
        var open = entities.createQuery(LISTED.formatted(OPEN), Listed.class).setParameter("sections", sections).setMaxResults(MOST);
        var today = entities.createQuery(LISTED.formatted("c.askedAt >= :since"), Listed.class).setParameter("sections", sections)
                .setParameter("since", since).setMaxResults(MOST);
        return Stream.concat(open.getResultStream(), today.getResultStream()).collect(Collectors.toMap(Listed::id, one -> one, (first, later) -> later)).values().stream()
                .sorted(Comparator.comparing(Listed::askedAt).reversed().thenComparing(Listed::id)).toList();
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

    /** Takes away what a record that has ended left. */
    public void forget(UUID record) {
        entities.createQuery("select c from WideCopy c where c.recordId = :record", WideCopy.class).setParameter("record", record)
                .getResultList().forEach(one -> {
                    listIssued(one.id()).forEach(entities::remove);
                    entities.remove(one);
                });
    }
}
