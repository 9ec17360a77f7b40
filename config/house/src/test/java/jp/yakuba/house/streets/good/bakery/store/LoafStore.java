package jp.yakuba.house.streets.good.bakery.store;

import jakarta.persistence.EntityManager;
import jp.yakuba.house.streets.good.bakery.model.Loaf;

/** Keeps the loaves. */
public class LoafStore {
    private final EntityManager entities;

    public LoafStore(EntityManager entities) {
        this.entities = entities;
    }

    public Loaf any() {
        return entities.find(Loaf.class, 1);
    }
}
