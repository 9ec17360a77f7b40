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
    /** Words of the history that pages say in the reader's language: the answer to a correction came. */
    public static final String ANSWERED = "@correction-answered";
    /** The visit was moved; the new time follows. */
    public static final String VISIT_MOVED = "@visit-moved ";
    /** The visit was cancelled; the time that was booked follows. */
    public static final String VISIT_CANCELLED = "@visit-cancelled ";
    /** Something was corrected in an application of the same sitting and not here; the code of its procedure follows. */
    public static final String CORRECTED_ELSEWHERE = "@corrected-elsewhere ";
    /** The period of a correction ran out. */
    public static final String LAPSED = "@correction-lapsed";

    /** The day in the office. */
    public LocalDate day() {
        return LocalDate.ofInstant(at, OfficeClock.ZONE);
    }
}
