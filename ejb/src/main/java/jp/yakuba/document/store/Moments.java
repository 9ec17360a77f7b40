package jp.yakuba.document.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Moments as they come out of queries in SQL. */
public final class Moments {
    private Moments() {}

    /** The moment in a column, whatever the driver made of it. */
    public static Instant of(Object column) {
        return column instanceof OffsetDateTime offset ? offset.toInstant()
                : column instanceof Timestamp stamp ? stamp.toInstant() : (Instant) column;
    }
}
