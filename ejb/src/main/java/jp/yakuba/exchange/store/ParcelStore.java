package jp.yakuba.exchange.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.exchange.api.ParcelState;
import jp.yakuba.exchange.api.WaitingDesk.Waiting;
import jp.yakuba.exchange.model.Parcel;
import jp.yakuba.exchange.model.ParcelFile;
import jp.yakuba.kernel.PageRequest;
import org.hibernate.jpa.HibernateHints;

/** Where messages that leave wait, and what came of them. */
@ApplicationScoped
public class ParcelStore {
    private static final UUID FIRST = new UUID(0, 0);
    private static final Duration CLAIMED = Duration.ofMinutes(10);

    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** Adds a message with its files in the caller's deed. */
    public void add(Parcel parcel, List<ParcelFile> files) {
        entities.persist(parcel);
        entities.flush();
        for (int position = 0; position < files.size(); position++) {
            entities.createNativeQuery("INSERT INTO exc_parcel_file (parcel, position, sha256, name) VALUES (?1, ?2, ?3, ?4)")
                    .setParameter(1, parcel.id())
                    .setParameter(2, position)
                    .setParameter(3, files.get(position).sha256())
                    .setParameter(4, files.get(position).name())
                    .executeUpdate();
        }
    }

    public Optional<Parcel> find(UUID id) {
        return Optional.ofNullable(entities.find(Parcel.class, id));
    }

    public Optional<Parcel> lock(UUID id) {
        return Optional.ofNullable(entities.find(Parcel.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Its files, the document first. */
    public List<ParcelFile> filesOf(UUID parcel) {
        var files = new ArrayList<ParcelFile>();
        for (var row : entities.createNativeQuery("SELECT sha256, name FROM exc_parcel_file WHERE parcel = ?1 ORDER BY position", Object[].class)
                .setParameter(1, parcel)
                .getResultList()) {
            var columns = (Object[]) row;
            files.add(new ParcelFile((String) columns[0], (String) columns[1]));
        }
        return files;
    }

    /**
     * Takes the next that is due, whose peer is served and that no earlier one of its conversation holds up; until some time has passed
     * no other node takes it.
     */
    public Optional<UUID> claim(String node, Instant now) {
        List<?> found = entities.createNativeQuery("""
                        UPDATE exc_parcel p SET next_at = ?2, taken_by = ?3, claimed = true WHERE p.id = (
                            SELECT w.id FROM exc_parcel w JOIN exc_peer o ON o.code = w.peer AND o.state = 'ACTIVE'
                            WHERE w.next_at <= ?1 AND NOT EXISTS (
                                SELECT 1 FROM exc_parcel b WHERE b.peer = w.peer AND b.conversation = w.conversation AND b.sequence < w.sequence
                                    AND b.next_at IS NOT NULL)
                            ORDER BY w.next_at LIMIT 1 FOR UPDATE OF w SKIP LOCKED)
                        RETURNING p.id
                        """, UUID.class)
                .setParameter(1, now)
                .setParameter(2, now.plus(CLAIMED))
                .setParameter(3, node)
                .getResultList();
        return found.stream().findFirst().map(UUID.class::cast);
    }

    /** What the node had taken before it went down is due now. */
    public int takeUp(String node, Instant now) {
        return entities.createNativeQuery("UPDATE exc_parcel SET next_at = ?2, claimed = false WHERE taken_by = ?1 AND next_at > ?2")
                .setParameter(1, node)
                .setParameter(2, now)
                .executeUpdate();
    }

    /** Says that whoever claimed it is still at work; false if there is nothing more to do: it is wanted back, or its office is not served any more. */
    public boolean hold(UUID id, Instant now) {
        return entities.createNativeQuery("""
                        UPDATE exc_parcel p SET next_at = ?2 WHERE p.id = ?1 AND p.claimed AND p.take_back_at IS NULL
                            AND EXISTS (SELECT 1 FROM exc_peer o WHERE o.code = p.peer AND o.state = 'ACTIVE')
                        """)
                .setParameter(1, id)
                .setParameter(2, now.plus(CLAIMED))
                .executeUpdate() == 1;
    }

    /**
     * Writes down that the peer may have all of it from now on, whatever comes of the call; false as with {@link #hold}, and then it must not
     * be told that this is all.
     */
    public boolean offer(UUID id, Instant now) {
        return hold(id, now) && entities.createNativeQuery("UPDATE exc_parcel SET offered_at = coalesce(offered_at, ?2) WHERE id = ?1")
                .setParameter(1, id)
                .setParameter(2, now)
                .executeUpdate() == 1;
    }

    /** The peer has nothing of it after all. */
    public void withdraw(UUID id) {
        entities.createNativeQuery("UPDATE exc_parcel SET offered_at = NULL WHERE id = ?1").setParameter(1, id).executeUpdate();
    }

    /** True if an earlier message of its conversation is under way. */
    public boolean isBehind(Parcel parcel) {
        return isThere("sequence < ?3 AND next_at IS NOT NULL", parcel);
    }

    /**
     * Takes the later messages of its conversation in hand until the deed ends; true if somebody works on one of them, or the peer may have all
     * of one. One that broke off before its end, or was taken back, holds up nothing: it goes on behind this one, or never.
     */
    public boolean holdLater(Parcel parcel) {
        entities.createNativeQuery("SELECT id FROM exc_parcel WHERE peer = ?1 AND conversation = ?2 AND sequence > ?3 ORDER BY sequence FOR UPDATE", UUID.class)
                .setParameter(1, parcel.peer())
                .setParameter(2, parcel.conversation())
                .setParameter(3, parcel.sequence())
                .getResultList();
        return isThere("sequence > ?3 AND (claimed OR state <> 'CANCELLED' AND coalesce(offered_at, handed_over_at) IS NOT NULL)", parcel);
    }

    private boolean isThere(String which, Parcel parcel) {
        return (boolean) entities.createNativeQuery("SELECT count(*) > 0 FROM exc_parcel WHERE peer = ?1 AND conversation = ?2 AND " + which, Boolean.class)
                .setParameter(1, parcel.peer())
                .setParameter(2, parcel.conversation())
                .setParameter(3, parcel.sequence())
                .getSingleResult();
    }

    /** What waits for the peer is due now, whatever pause it has; returns how many. */
    public int tryAll(String peer, Instant now) {
        return entities.createNativeQuery("UPDATE exc_parcel SET next_at = ?2, attempts = 0, version = version + 1 WHERE peer = ?1 AND next_at > ?2 AND NOT claimed")
                .setParameter(1, peer)
                .setParameter(2, now)
                .executeUpdate();
    }

    /** The message of the conversation that was answered last before this one. */
    public Optional<UUID> findPrevious(Parcel parcel) {
        return entities.createQuery("""
                        select p.id from Parcel p where p.peer = :peer and p.conversation = :conversation and p.sequence < :sequence
                            and p.state in :answered order by p.sequence desc
                        """, UUID.class)
                .setParameter("peer", parcel.peer())
                .setParameter("conversation", parcel.conversation())
                .setParameter("sequence", parcel.sequence())
                .setParameter("answered", List.of(ParcelState.RECEIPTED, ParcelState.REFUSED))
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The peer answers again: what waited for it is due now. */
    public void wake(String peer, String problem, Instant now) {
        entities.createNativeQuery("UPDATE exc_parcel SET next_at = ?3 WHERE peer = ?1 AND problem = ?2 AND next_at > ?3 AND NOT claimed")
                .setParameter(1, peer)
                .setParameter(2, problem)
                .setParameter(3, now)
                .executeUpdate();
    }

    /** What the peer can collect or has to answer, oldest first: its container is made, and nothing of its conversation is under way before it. */
    public List<Waiting> listWaiting(String peer, UUID after, int most) {
        var last = after == null ? Optional.<Parcel>empty() : find(after).filter(parcel -> parcel.peer().equals(peer));
        return entities.createQuery("""
                        select new jp.yakuba.exchange.api.WaitingDesk$Waiting(p.id, p.bytes, p.state = jp.yakuba.exchange.api.ParcelState.HANDED_OVER)
                        from Parcel p
                        where p.peer = :peer and p.state in (jp.yakuba.exchange.api.ParcelState.SEALED, jp.yakuba.exchange.api.ParcelState.HANDED_OVER)
                            and not exists (
                            select b.id from Parcel b where b.peer = p.peer and b.conversation = p.conversation and b.sequence < p.sequence and b.nextAt is not null)
                            and (p.orderedAt > :at or p.orderedAt = :at and p.id > :id)
                        order by p.orderedAt, p.id
                        """, Waiting.class)
                .setParameter("at", last.map(Parcel::orderedAt).orElse(Instant.EPOCH))
                .setParameter("id", last.map(Parcel::id).orElse(FIRST))
                .setParameter("peer", peer)
                .setMaxResults(most)
                .getResultList();
    }

    /** Messages that leave, latest first. */
    public List<Parcel> list(boolean openOnly, PageRequest part) {
        return entities.createQuery("select p from Parcel p" + (openOnly ? " where p.nextAt is not null" : "") + " order by p.orderedAt desc, p.id", Parcel.class)
                .setFirstResult(part.offset())
                .setMaxResults(part.size())
                .getResultList();
    }

    /** How many there are. */
    public long count(boolean openOnly) {
        return entities.createQuery("select count(p) from Parcel p" + (openOnly ? " where p.nextAt is not null" : ""), Long.class).getSingleResult();
    }

    /** What was sent of the records. */
    public List<Parcel> listOf(Collection<UUID> records) {
        return records.isEmpty() ? List.of() : entities.createQuery(
                        "select p from Parcel p where p.recordId in :records order by p.orderedAt, p.id", Parcel.class)
                .setParameter("records", records)
                .getResultList();
    }

    /** Records of what of the service was refused, taken back or given up and is not settled, latest first. */
    public List<UUID> listFailed(String service, int most) {
        return entities.createNativeQuery("""
                        SELECT record_id FROM exc_parcel WHERE service = ?1 AND state IN ('REFUSED', 'CANCELLED', 'GIVEN_UP') AND NOT settled
                        ORDER BY ordered_at DESC, id LIMIT ?2
                        """, UUID.class)
                .setHint(HibernateHints.HINT_NATIVE_SPACES, List.of("exc_parcel"))
                .setParameter(1, service)
                .setParameter(2, most)
                .getResultList();
    }

    /** What became of the record's messages is seen to. */
    public void settle(UUID record) {
        entities.createNativeQuery("UPDATE exc_parcel SET settled = true WHERE record_id = ?1").setParameter(1, record).executeUpdate();
    }

    /** Takes away what a record that has ended left; returns the messages, under whose ids files are kept. */
    public List<Parcel> forget(UUID record) {
        var gone = listOf(List.of(record));
        entities.flush();
        entities.createNativeQuery("DELETE FROM exc_parcel WHERE record_id = ?1").setParameter(1, record).executeUpdate();
        gone.forEach(entities::detach);
        return gone;
    }
}
