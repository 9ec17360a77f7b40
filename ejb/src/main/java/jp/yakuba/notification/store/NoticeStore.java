package jp.yakuba.notification.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.notification.api.Enclosure;
import jp.yakuba.notification.api.OrderNotice;
import jp.yakuba.notification.model.Notice;
import org.hibernate.jpa.HibernateHints;

/** Where notices are kept. */
@ApplicationScoped
public class NoticeStore {
    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** Adds a notice unless its occasion has one already; true if it was added. */
    public boolean addOnce(UUID id, OrderNotice order, String subject, String body, String mailBody, Instant now) {
        return entities.createNativeQuery("""
                        INSERT INTO ntf_notice (id, once_key, account_id, language, template, subject, body, mail_body, link,
                                                ordered_at)
                        VALUES (:id, :onceKey, CAST(:account AS uuid), :language, :template, :subject, :body, :mailBody,
                                :link, :now)
                        ON CONFLICT (once_key) DO NOTHING""")
                .setHint(HibernateHints.HINT_NATIVE_SPACES, "ntf_notice")
                .setParameter("id", id)
                .setParameter("onceKey", order.onceKey())
                .setParameter("account", order.accountId() == null ? null : order.accountId().toString())
                .setParameter("language", order.language())
                .setParameter("template", order.template())
                .setParameter("subject", subject)
                .setParameter("body", body)
                .setParameter("mailBody", mailBody)
                .setParameter("link", order.link())
                .setParameter("now", now)
                .executeUpdate() > 0;
    }

    /** Puts files beside the mail of a notice. */
    public void enclose(UUID id, List<Enclosure> enclosures) {
        for (int position = 0; position < enclosures.size(); position++) {
            entities.createNativeQuery("""
                            INSERT INTO ntf_enclosure (notice_id, position, name, media_type, content) VALUES (?1, ?2, ?3, ?4, ?5)
                            """)
                    .setParameter(1, id)
                    .setParameter(2, position)
                    .setParameter(3, enclosures.get(position).name())
                    .setParameter(4, enclosures.get(position).mediaType())
                    .setParameter(5, enclosures.get(position).content())
                    .executeUpdate();
        }
    }

    /** What is enclosed in the mails of notices, by notice. */
    @SuppressWarnings("unchecked")
    public Map<UUID, List<Enclosure>> listEnclosures(List<UUID> ids) {
        List<Object[]> rows = entities.createNativeQuery("""
                        SELECT notice_id, name, media_type, content FROM ntf_enclosure WHERE notice_id IN (:ids) ORDER BY notice_id, position
                        """, Object[].class)
                .setParameter("ids", ids)
                .getResultList();
        return rows.stream().collect(Collectors.groupingBy(row -> (UUID) row[0], Collectors.mapping(
                row -> new Enclosure((String) row[1], (String) row[2], (byte[]) row[3]), Collectors.toList())));
    }

    /** The notice with the id. */
    public Optional<Notice> find(UUID id) {
        return Optional.ofNullable(entities.find(Notice.class, id));
    }

    /** The notices with the ids. */
    public List<Notice> list(List<UUID> ids) {
        return entities.createQuery("select n from Notice n where n.id in :ids", Notice.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /**
     * Forgets the words of the mail once it is sent, for they may carry a link that nobody else should see; of a notice that
     * was mail alone everything but its heading.
     */
    public void forgetMail(UUID id) {
        entities.createNativeQuery("DELETE FROM ntf_enclosure WHERE notice_id = :id").setParameter("id", id).executeUpdate();
        entities.createNativeQuery("""
                        UPDATE ntf_notice SET mail_body = NULL, body = CASE WHEN account_id IS NULL THEN '' ELSE body END,
                               link = CASE WHEN account_id IS NULL THEN NULL ELSE link END
                        WHERE id = :id""")
                .setParameter("id", id)
                .executeUpdate();
    }

    /** The account's notice with the id. */
    public Optional<Notice> findOf(UUID accountId, UUID id) {
        return entities.createQuery("select n from Notice n where n.id = :id and n.accountId = :account", Notice.class)
                .setParameter("id", id)
                .setParameter("account", accountId)
                .getResultStream()
                .findFirst();
    }

    /** The account's notices, latest first. */
    public List<Notice> listOf(UUID accountId, PageRequest part) {
        return entities.createQuery(
                        "select n from Notice n where n.accountId = :account order by n.orderedAt desc, n.id", Notice.class)
                .setParameter("account", accountId)
                .setFirstResult(part.offset())
                .setMaxResults(part.size())
                .getResultList();
    }

    /** How many notices the account has. */
    public long countOf(UUID accountId) {
        return entities.createQuery("select count(n) from Notice n where n.accountId = :account", Long.class)
                .setParameter("account", accountId)
                .getSingleResult();
    }

    /** How many of them are unread. */
    public long countUnreadOf(UUID accountId) {
        return entities.createQuery(
                        "select count(n) from Notice n where n.accountId = :account and n.readAt is null", Long.class)
                .setParameter("account", accountId)
                .getSingleResult();
    }

    /** Marks all of the account's notices read. */
    public void markAllRead(UUID accountId, Instant now) {
        entities.createQuery("update Notice n set n.readAt = :now where n.accountId = :account and n.readAt is null")
                .setParameter("now", now)
                .setParameter("account", accountId)
                .executeUpdate();
    }
}
