package jp.yakuba.kernel;

import jakarta.json.spi.JsonProvider;

/**
 * Reads and writes JSON for the whole house. The standard's own {@code Json} searches every module of the server for its
 * provider at each call; here it is found once.
 */
public final class HouseJson {
    /** The provider; it keeps nothing between calls, so all may use it at once. */
    public static final JsonProvider JSON = JsonProvider.provider();

    private HouseJson() {}
}
