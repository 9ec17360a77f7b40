package jp.yakuba.house.streets.good.bakery.model;

/** A loaf that refuses by name. */
public record Loaf(int grams) {
    public Loaf {
        if (grams < 1) {
            throw new IllegalArgumentException("A loaf weighs something");
        }
    }
}
