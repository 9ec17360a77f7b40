package jp.yakuba.account.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.account.api.MailTokenPurpose;
import jp.yakuba.account.model.Account;
import jp.yakuba.account.model.MailToken;
import jp.yakuba.account.model.PersonLink;
import jp.yakuba.account.model.SecretToken;

/** Where accounts, the links of their mails and their links to the ledger are kept. */
@ApplicationScoped
public class AccountStore {
    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    public void add(Account account) {
        entities.persist(account);
        entities.flush();
    }

    public void add(MailToken token) {
        entities.persist(token);
    }

    public void add(PersonLink link) {
        entities.persist(link);
        entities.flush();
    }

    /** Writes what is pending, so that a constraint speaks inside the deed. */
    public void write() {
        entities.flush();
    }

    /** The account if it is open. */
    public Optional<Account> find(UUID id) {
        return Optional.ofNullable(entities.find(Account.class, id)).filter(Account::isOpen);
    }

    /** The open account to which the address belongs; one that is still to answer belongs to nobody. */
    public Optional<Account> findByMail(String mail) {
        return entities.createQuery("select a from Account a where lower(a.mail) = lower(:mail)", Account.class)
                .setParameter("mail", mail)
                .getResultStream()
                .filter(Account::isOpen)
                .findFirst();
    }

    /** The link of a mail, its row locked so that it works once. */
    public Optional<MailToken> lockToken(String token) {
        return Optional.ofNullable(
                entities.find(MailToken.class, SecretToken.hash(token), LockModeType.PESSIMISTIC_WRITE));
    }

    /** Uses every link up by which a new password of the account could be set. */
    public void useUpResets(UUID accountId, Instant now) {
        entities.createQuery("""
                        update MailToken t set t.usedAt = :now
                        where t.accountId = :account and t.purpose = :reset and t.usedAt is null
                        """)
                .setParameter("now", now)
                .setParameter("account", accountId)
                .setParameter("reset", MailTokenPurpose.RESET_PASSWORD)
                .executeUpdate();
    }

    /** The ledger person the account is linked to. */
    public Optional<UUID> findPersonOf(UUID accountId) {
        return entities.createQuery(
                        "select l.personId from PersonLink l where l.accountId = :id and l.endedAt is null", UUID.class)
                .setParameter("id", accountId)
                .getResultStream()
                .findFirst();
    }

    /** The account that is linked to the ledger person. */
    public Optional<UUID> findAccountOf(UUID personId) {
        return entities.createQuery(
                        "select l.accountId from PersonLink l where l.personId = :id and l.endedAt is null", UUID.class)
                .setParameter("id", personId)
                .getResultStream()
                .findFirst();
    }

    /** The standing links that touch the account or the person. */
    public java.util.List<PersonLink> listLinks(UUID accountId, UUID personId) {
        return entities.createQuery("""
                        select l from PersonLink l
                        where l.endedAt is null and (l.accountId = :account or l.personId = :person)
                        """, PersonLink.class)
                .setParameter("account", accountId)
                .setParameter("person", personId)
                .getResultList();
    }

    /** Forgets links of mails that lapsed before the moment; returns how many. */
    public int forgetTokens(Instant before) {
        return entities.createQuery("delete from MailToken t where t.expiresAt < :before")
                .setParameter("before", before)
                .executeUpdate();
    }
}
