package jp.yakuba.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * The clock of the office (役場の時計): the only source of the present moment for all code.
 *
 * <p>In a sample town an operator may shift it; tests set it. Nothing else asks the machine for the time.
 */
public interface OfficeClock {
    /** The zone in which the office counts days: Japan Standard Time. */
    ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    /** The present instant, with the shift of a sample town applied. */
    Instant now();

    /** The present local date and time in the office. */
    default LocalDateTime localNow() {
        return LocalDateTime.ofInstant(now(), ZONE);
    }

    /** Today, as the office counts days. */
    default LocalDate today() {
        return localNow().toLocalDate();
    }
}
