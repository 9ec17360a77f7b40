package jp.yakuba.house.streets.good.kernel;

import java.time.Instant;

/** The clock of the good street. */
public interface OfficeClock {
    Instant now();
}
