package jp.yakuba.house.streets.good.bakery.api;

/** Sells bread. */
public interface BakeryDesk {
    String buy();
}
