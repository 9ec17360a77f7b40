package jp.yakuba.house.streets.good.bakery.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jp.yakuba.house.Except;
import jp.yakuba.house.streets.good.bakery.api.BakeryDesk;
import jp.yakuba.house.streets.good.bakery.store.LoafStore;

/** Behind the desk of the bakery. */
@Stateless
public class BakeryDeskBean implements BakeryDesk {
    private LoafStore store;

    @Override
    @PermitAll
    public String buy() {
        return store.any().toString();
    }

    @Except("a rule test needs a door that is excused by name")
    public void sweep() {
        store.any();
    }
}
