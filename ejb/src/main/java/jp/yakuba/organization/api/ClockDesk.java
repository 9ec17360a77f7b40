package jp.yakuba.organization.api;

import jakarta.ejb.Local;
import java.time.Duration;

/** The clock desk: what time it is in the office, and in a sample town an operator's hand on the clock. */
@Local
public interface ClockDesk {
    /** The office's time and how far it was moved; every page of a moved office says so. */
    ClockView current();

    /** Moves the clock by so much against real time; zero sets it right. Refused outside sample towns and in production. */
    void shift(Duration shift);
}
