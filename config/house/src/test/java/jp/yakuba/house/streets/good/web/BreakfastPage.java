package jp.yakuba.house.streets.good.web;

import jp.yakuba.house.streets.good.bakery.api.BakeryDesk;

/** A page that knows only a desk. */
public class BreakfastPage {
    private BakeryDesk bakery;

    public String show() {
        return bakery.buy();
    }
}
