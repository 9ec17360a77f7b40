package jp.yakuba.certificate.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jp.yakuba.certificate.model.AskedCopy;

/** Where others' requests lie, and by what they are found once somebody in them is protected. */
@ApplicationScoped
public class AskedStore {
    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    public void add(AskedCopy asked) {
        entities.persist(asked);
    }

    /** Sends what is pending, so that constraints speak now. */
    public void write() {
        entities.flush();
    }

    /** The request, locked and as it is now: whoever comes second waits and sees what the first made of it. */
    public Optional<AskedCopy> lock(UUID id) {
        entities.flush(); // what is read anew would be lost
        var found = Optional.ofNullable(entities.find(AskedCopy.class, id));
        found.ifPresent(one -> entities.refresh(one, LockModeType.PESSIMISTIC_WRITE));
        return found;
    }

    /** What the office asked with the request. */
    public Optional<AskedCopy> find(String peer, UUID request) {
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

    /** The request that the record brought, first or once more, or answers, or was to answer. */
    public Optional<UUID> findBy(UUID record) {
        return uuids(entities.createNativeQuery("""
                        SELECT cast(id AS text) FROM crt_asked WHERE record_id = ?1
                        UNION SELECT cast(id AS text) FROM crt_asked WHERE answer_record = ?1
                        UNION SELECT cast(asked_id AS text) FROM crt_asked_again WHERE record_id = ?1
                        UNION SELECT cast(asked_id AS text) FROM crt_asked_unsent WHERE record_id = ?1
                        """)
                .setParameter(1, record)
                .getResultList()).stream().findFirst();
    }

    /** Writes down whom a request names, as the ledger compares names. */
    public void addName(UUID asked, String nameKey) {
        entities.createNativeQuery("INSERT INTO crt_asked_name (asked_id, name_key) VALUES (?1, ?2)").setParameter(1, asked).setParameter(2, nameKey).executeUpdate();
    }

    /** Writes down the pieces of the address of whoever asked; none holds a blank. */
    public void addPieces(UUID asked, Collection<String> pieces) {
        entities.createNativeQuery("UPDATE crt_asked SET address_pieces = string_to_array(?2, ' ') WHERE id = ?1")
                .setParameter(1, asked)
                .setParameter(2, String.join(" ", pieces))
                .executeUpdate();
    }

    /** Another letter brought the request once more. */
    public void addAgain(UUID asked, UUID record) {
        entities.createNativeQuery("INSERT INTO crt_asked_again (record_id, asked_id) VALUES (?1, ?2)").setParameter(1, record).setParameter(2, asked).executeUpdate();
    }

    /** A letter that was to answer the request did not leave. */
    public void addUnsent(UUID asked, UUID record) {
        entities.createNativeQuery("INSERT INTO crt_asked_unsent (record_id, asked_id) VALUES (?1, ?2)").setParameter(1, record).setParameter(2, asked).executeUpdate();
    }

    /** Requests that registrars read too, and that name somebody of that name or were made by somebody born on that day. */
    public List<UUID> listOpenLike(String nameKey, LocalDate born) {
        return uuids(entities.createNativeQuery("""
                        SELECT cast(a.id AS text) FROM crt_asked a WHERE NOT a.closed AND a.born = ?1
                        UNION SELECT cast(a.id AS text) FROM crt_asked_name n JOIN crt_asked a ON a.id = n.asked_id AND NOT a.closed WHERE n.name_key = ?2
                        """)
                .setParameter(1, born)
                .setParameter(2, nameKey)
                .getResultList());
    }

    /** A request that registrars read too, and where whoever asked says they live. */
    public record OpenAddress(UUID id, String address) {}

    /** Those of them whose address holds all of the pieces, of which there is at least one. */
    public List<OpenAddress> listOpenAt(Collection<String> pieces) {
        List<?> rows = entities.createNativeQuery("""
                        SELECT cast(id AS text), address FROM crt_asked WHERE NOT closed AND address_pieces @> string_to_array(?1, ' ') ORDER BY id
                        """)
                .setParameter(1, String.join(" ", pieces))
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(row -> new OpenAddress(UUID.fromString((String) row[0]), (String) row[1])).toList();
    }

    /** Records of the letters that brought the request, and of those that answer it or were to, as far as they are still there. */
    public List<UUID> recordsOf(AskedCopy asked) {
        var others = uuids(entities.createNativeQuery("""
                        SELECT cast(o.record_id AS text) FROM (SELECT record_id FROM crt_asked_again WHERE asked_id = ?1
                            UNION SELECT record_id FROM crt_asked_unsent WHERE asked_id = ?1) o ORDER BY o.record_id
                        """)
                .setParameter(1, asked.id())
                .getResultList());
        return Stream.concat(Stream.of(asked.recordId(), asked.answerRecord()).filter(Objects::nonNull), others.stream()).toList();
    }

    /** The next records of letters of closed requests, and of their answers, behind the record. */
    public List<UUID> listClosed(UUID behind, int most) {
        return uuids(entities.createNativeQuery("""
                        SELECT cast(w.record_id AS text) FROM (
                            (SELECT record_id FROM crt_asked WHERE closed AND record_id > ?1 ORDER BY record_id LIMIT ?2)
                            UNION ALL (SELECT answer_record FROM crt_asked WHERE closed AND answer_record > ?1 ORDER BY answer_record LIMIT ?2)
                            UNION ALL (SELECT g.record_id FROM crt_asked_again g JOIN crt_asked a ON a.id = g.asked_id AND a.closed
                                WHERE g.record_id > ?1 ORDER BY g.record_id LIMIT ?2)
                            UNION ALL (SELECT u.record_id FROM crt_asked_unsent u JOIN crt_asked a ON a.id = u.asked_id AND a.closed
                                WHERE u.record_id > ?1 ORDER BY u.record_id LIMIT ?2)) w
                        ORDER BY w.record_id LIMIT ?2
                        """)
                .setParameter(1, behind)
                .setParameter(2, most)
                .getResultList());
    }

    /** Takes away what a record that has ended left. */
    public void forget(UUID record) {
        entities.createNativeQuery("DELETE FROM crt_asked_again WHERE record_id = ?1").setParameter(1, record).executeUpdate();
        entities.createNativeQuery("DELETE FROM crt_asked_unsent WHERE record_id = ?1").setParameter(1, record).executeUpdate();
        findAnsweredBy(record).ifPresent(AskedCopy::forgetAnswer);
        entities.createQuery("select a from AskedCopy a where a.recordId = :record", AskedCopy.class).setParameter("record", record)
                .getResultList().forEach(entities::remove);
    }

    private static List<UUID> uuids(List<?> rows) {
        return rows.stream().map(row -> UUID.fromString(row.toString())).toList();
    }
}
