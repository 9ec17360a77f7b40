package jp.yakuba.account.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.account.model.Card;
import jp.yakuba.account.model.CardIdentity;
import jp.yakuba.account.model.Handover;
import jp.yakuba.account.model.SecretToken;
import jp.yakuba.account.model.SignatureEvidence;
import jp.yakuba.account.model.Signing;

/** Where cards, handovers and evidence of signatures are kept. */
@ApplicationScoped
public class CardStore {
    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    public void add(Card card) {
        entities.persist(card);
        entities.flush();
    }

    public void add(Handover handover) {
        entities.persist(handover);
    }

    public void add(SignatureEvidence evidence) {
        entities.persist(evidence);
    }

    public void add(Signing signing) {
        entities.persist(signing);
    }

    /** The signing with the state, its row locked so that it goes on once. */
    public Optional<Signing> lockSigning(String state) {
        return Optional.ofNullable(state)
                .map(known -> entities.find(Signing.class, SecretToken.hash(known), LockModeType.PESSIMISTIC_WRITE));
    }

    public Optional<Card> find(UUID id) {
        return Optional.ofNullable(entities.find(Card.class, id)).filter(Card::stands);
    }

    /** The registered card with the issuer and serial number. */
    public Optional<Card> find(CardIdentity identity) {
        return entities.createQuery("""
                        select c from Card c
                        where c.issuer = :issuer and c.serial = :serial and c.removedAt is null
                        """, Card.class)
                .setParameter("issuer", identity.issuer())
                .setParameter("serial", identity.serial())
                .getResultStream()
                .findFirst();
    }

    /** The registered cards of an account. */
    public List<Card> listOf(UUID accountId) {
        return entities.createQuery("""
                        select c from Card c where c.accountId = :account and c.removedAt is null order by c.registeredAt
                        """, Card.class)
                .setParameter("account", accountId)
                .getResultList();
    }

    /** The ledger person who holds the card, as the link of serial numbers (発行番号紐付け) answers. */
    public Optional<UUID> findHolder(CardIdentity identity) {
        return entities.createNativeQuery(
                        "select person_id from acc_card_person where issuer = :issuer and serial = :serial", UUID.class)
                .setParameter("issuer", identity.issuer())
                .setParameter("serial", identity.serial())
                .getResultStream()
                .map(UUID.class::cast)
                .findFirst();
    }

    /** The handover that left with the state, its row locked so that it goes on once. */
    public Optional<Handover> lockHandover(String state) {
        return lockHandover("h.stateHash", state);
    }

    /** The handover that comes home with the token, its row locked so that it goes on once. */
    public Optional<Handover> lockHandoverOfToken(String token) {
        return lockHandover("h.tokenHash", token);
    }

    private Optional<Handover> lockHandover(String part, String secret) {
        return secret == null ? Optional.empty()
                : entities.createQuery("select h from Handover h where " + part + " = :hash", Handover.class)
                        .setParameter("hash", SecretToken.hash(secret))
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getResultStream()
                        .findFirst();
    }

    /** Forgets signings that lapsed before the moment; returns how many. */
    public int forgetSignings(Instant before) {
        return entities.createQuery("delete from Signing s where s.expiresAt < :before")
                .setParameter("before", before)
                .executeUpdate();
    }

    /** Forgets handovers that lapsed before the moment; returns how many. */
    public int forgetHandovers(Instant before) {
        return entities.createQuery("delete from Handover h where h.expiresAt < :before")
                .setParameter("before", before)
                .executeUpdate();
    }
}
