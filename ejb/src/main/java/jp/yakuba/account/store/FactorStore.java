package jp.yakuba.account.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.account.model.RecoveryCode;
import jp.yakuba.account.model.SecondFactor;

/** Where second factors and recovery codes are kept. */
@ApplicationScoped
public class FactorStore {
    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    public void add(SecondFactor factor) {
        entities.persist(factor);
    }

    public void add(RecoveryCode code) {
        entities.persist(code);
    }

    /** The factor, asked for or still being set up. */
    public Optional<SecondFactor> find(UUID ownerId) {
        return Optional.ofNullable(entities.find(SecondFactor.class, ownerId));
    }

    /** The factor with its row locked, so that a code is not used twice at once. */
    public Optional<SecondFactor> lock(UUID ownerId) {
        return Optional.ofNullable(entities.find(SecondFactor.class, ownerId, LockModeType.PESSIMISTIC_WRITE));
    }

    /** True if sign-in asks the owner for a second factor. */
    public boolean isAsked(UUID ownerId) {
        return find(ownerId).filter(SecondFactor::isAsked).isPresent();
    }

    /** The unused recovery code with the hash. */
    public Optional<RecoveryCode> findUnused(UUID ownerId, byte[] codeHash) {
        return entities.createQuery("""
                        select c from RecoveryCode c
                        where c.ownerId = :owner and c.codeHash = :hash and c.usedAt is null
                        """, RecoveryCode.class)
                .setParameter("owner", ownerId)
                .setParameter("hash", codeHash)
                .getResultStream()
                .findFirst();
    }

    /** Removes the factor and its recovery codes. */
    public void remove(SecondFactor factor) {
        forgetCodes(factor.ownerId());
        entities.remove(factor);
    }

    /** Removes the recovery codes of an owner. */
    public void forgetCodes(UUID ownerId) {
        entities.createQuery("delete from RecoveryCode c where c.ownerId = :owner")
                .setParameter("owner", ownerId)
                .executeUpdate();
    }
}
