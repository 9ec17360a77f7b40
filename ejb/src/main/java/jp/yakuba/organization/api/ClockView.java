package jp.yakuba.organization.api;

import java.time.Duration;
import java.time.Instant;

/** The present moment in the office, how far it is from real time, and whether it may be moved at all. */
public record ClockView(Instant now, Duration shift, boolean movable) {
    /** True if the office does not keep real time. */
    public boolean isShifted() {
        return !shift.isZero();
    }
}
