package jp.yakuba.application.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.application.model.CounterPick;

/** Where it is kept whom clerks found for their sheets. */
@ApplicationScoped
public class CounterPickStore {
    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    public void add(CounterPick pick) {
        entities.persist(pick);
    }

    public Optional<CounterPick> find(UUID id) {
        return Optional.ofNullable(entities.find(CounterPick.class, id));
    }

    /** The same with its row locked, so that of two sheets one comes after the other. */
    public Optional<CounterPick> lock(UUID id) {
        return Optional.ofNullable(entities.find(CounterPick.class, id, LockModeType.PESSIMISTIC_WRITE));
    }
}
