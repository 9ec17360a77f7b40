package jp.yakuba.notification.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.notification.api.MailLine;
import jp.yakuba.notification.model.MailClaim;
import jp.yakuba.notification.model.MailDelivery;
import jp.yakuba.notification.model.MailDelivery.State;

/** Where mails wait. */
@ApplicationScoped
public class DeliveryStore {
    private static final Set<State> STRANDED = Set.of(State.UNSURE, State.FAILED);
    private static final Set<State> OPEN = Set.of(State.WAITING, State.CLAIMED, State.HANDED_OVER, State.UNSURE, State.FAILED);

    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** Adds a mail in the caller's transaction. */
    public void add(MailDelivery delivery) {
        entities.persist(delivery);
    }

    /** Takes due mails, locked, at most a few of each domain, so that no domain stands in the way of the others. */
    @SuppressWarnings("unchecked")
    public List<MailDelivery> takeDue(Instant now, int ofEachDomain, int limit) {
        return entities.createNativeQuery("""
                        SELECT d.* FROM ntf_delivery d
                        WHERE d.state = 'WAITING' AND d.notice_id IN (
                            SELECT turn.notice_id FROM (
                                SELECT notice_id, row_number() OVER (PARTITION BY domain ORDER BY next_attempt_at) AS place
                                FROM ntf_delivery WHERE state = 'WAITING' AND next_attempt_at <= :now) turn
                            WHERE turn.place <= :ofEachDomain)
                        ORDER BY d.next_attempt_at LIMIT :limit
                        FOR UPDATE OF d SKIP LOCKED""", MailDelivery.class)
                .setParameter("now", now)
                .setParameter("ofEachDomain", ofEachDomain)
                .setParameter("limit", limit)
                .getResultList();
    }

    /** Mails whose sender has not been heard of since the moment, locked. */
    @SuppressWarnings("unchecked")
    public List<MailDelivery> takeAbandoned(Instant since) {
        return entities.createNativeQuery("""
                        SELECT d.* FROM ntf_delivery d
                        WHERE d.state IN ('CLAIMED', 'HANDED_OVER') AND d.claimed_at < :since
                        FOR UPDATE OF d SKIP LOCKED""", MailDelivery.class)
                .setParameter("since", since)
                .getResultList();
    }

    /** The mail of the notice, locked. */
    public Optional<MailDelivery> find(UUID noticeId) {
        return Optional.ofNullable(entities.find(MailDelivery.class, noticeId, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Notes that the mail's words go to the relay now, whose time begins anew; false if the claim does not hold it any more. */
    public boolean handOver(MailClaim claim, Instant now) {
        return entities.createNativeQuery("""
                        UPDATE ntf_delivery SET state = 'HANDED_OVER', claimed_at = :now, version = version + 1
                        WHERE notice_id = :id AND state = 'CLAIMED' AND claim = :mark""")
                .setParameter("now", now)
                .setParameter("id", claim.noticeId())
                .setParameter("mark", claim.mark())
                .executeUpdate() > 0;
    }

    /** Notes that the relay took the mail. */
    public void sent(UUID noticeId, Instant now) {
        entities.createNativeQuery("""
                        UPDATE ntf_delivery SET state = 'SENT', sent_at = :now, problem = NULL, version = version + 1
                        WHERE notice_id = :id""")
                .setParameter("now", now)
                .setParameter("id", noticeId)
                .executeUpdate();
    }

    /** Lets the other waiting mails of a domain wait at least until the moment. */
    public void postponeDomain(String domain, Instant until) {
        entities.createNativeQuery("""
                        UPDATE ntf_delivery SET next_attempt_at = greatest(next_attempt_at, :until), version = version + 1
                        WHERE domain = :domain AND state = 'WAITING' AND next_attempt_at < :until""")
                .setParameter("until", until)
                .setParameter("domain", domain)
                .executeUpdate();
    }

    /** Mails that are not sent, latest first. */
    public List<MailLine> list(boolean strandedOnly, PageRequest part) {
        return entities.createQuery("select d, n.template from MailDelivery d join Notice n on n.id = d.noticeId"
                        + " where d.state in :states order by n.orderedAt desc, n.id", Object[].class)
                .setParameter("states", strandedOnly ? STRANDED : OPEN)
                .setFirstResult(part.offset())
                .setMaxResults(part.size())
                .getResultStream()
                .map(row -> ((MailDelivery) row[0]).line((String) row[1]))
                .toList();
    }

    /** How many mails are not sent. */
    public long count(boolean strandedOnly) {
        return entities.createQuery("select count(d) from MailDelivery d where d.state in :states", Long.class)
                .setParameter("states", strandedOnly ? STRANDED : OPEN)
                .getSingleResult();
    }
}
