package jp.yakuba.house.streets.good.cafe.service;

import jp.yakuba.house.streets.good.bakery.api.BakeryDesk;

/** Buys its bread at the desk of the bakery. */
public class CafeDeskBean {
    private BakeryDesk bakery;

    public String breakfast() {
        return bakery.buy();
    }
}
