package jp.yakuba.application.model;

import java.time.Instant;
import java.time.LocalDate;
import jp.yakuba.kernel.OfficeClock;

/**
 * When, by whom and with what words something happens to an application.
 *
 * @param who the section's name, or {@link #APPLICANT}; never the name of a clerk
 * @param words what the applicant is told of it; null if the state says it all
 */
public record Occasion(Instant at, String who, String words, ProcessingPeriod period) {
    /** Stands in the history for the applicant. */
    public static final String APPLICANT = "applicant";
    /** Stands in the history for the office's own machines. */
    public static final String OFFICE = "office";

    /** The day in the office. */
    public LocalDate day() {
        return LocalDate.ofInstant(at, OfficeClock.ZONE);
    }
}
