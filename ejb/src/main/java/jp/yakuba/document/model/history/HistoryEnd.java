package jp.yakuba.document.model.history;

/**
 * Where a history ends: the place of its last step and that step's hash.
 *
 * @param sequence 0 before the first step
 * @param hash 32 zero bytes before the first step
 */
public record HistoryEnd(int sequence, byte[] hash) {
    private static final int HASH_BYTES = 32;

    /** Nothing has happened yet. */
    public static HistoryEnd beforeTheFirst() {
        return new HistoryEnd(0, new byte[HASH_BYTES]);
    }
}
