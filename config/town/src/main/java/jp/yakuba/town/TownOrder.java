package jp.yakuba.town;

import java.util.Objects;

/**
 * Which town to open.
 *
 * @param code municipality code of six digits; a folder of this name holds its configuration
 * @param population how many residents to make; 0 for the number in the configuration
 * @param numberKey words from which the key for 個人番号 is derived
 */
public record TownOrder(String code, int population, String numberKey) {
    private static final String SAMPLE_KEY = "sample town: every number in it is synthetic";

    public TownOrder {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(numberKey, "numberKey");
    }

    /** An order whose key comes from {@code YAKUBA_NUMBER_KEY}, or, for the synthetic numbers of a sample, from nowhere secret. */
    public static TownOrder of(String code, int population) {
        var key = System.getenv("YAKUBA_NUMBER_KEY");
        return new TownOrder(code, population, key == null || key.isBlank() ? SAMPLE_KEY : key);
    }
}
