package jp.yakuba.house.streets.good.kernel;

import java.time.Instant;

/** The one class that may ask the machine. */
public class WallClock implements OfficeClock {
    @Override
    public Instant now() {
        return Instant.now();
    }
}
