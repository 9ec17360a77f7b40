package jp.yakuba.register.api;

import java.time.LocalDate;

/**
 * A time in which a vendor is not named for bids (指名停止).
 *
 * @param from first day
 * @param until last day
 * @param ground why, as it may be told
 */
public record Suspension(LocalDate from, LocalDate until, String ground) {
    /** True if the day lies in it. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
