package jp.yakuba.resident.store;

import java.time.Instant;
import java.util.UUID;

/**
 * Who reads the ledger, as far as a shielded address asks.
 *
 * @param self the person who reads about himself; {@link #NOBODY} otherwise
 * @param staff the member of staff who reads; {@link #NOBODY} otherwise
 * @param now the moment at which a release must still stand
 */
public record Reader(UUID self, UUID staff, Instant now) {
    /** An id that nobody has. */
    public static final UUID NOBODY = new UUID(0, 0);
}
