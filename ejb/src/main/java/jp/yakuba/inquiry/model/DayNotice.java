package jp.yakuba.inquiry.model;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An occasion to tell of a day (期限の知らせ). Whom, is found when it is told.
 *
 * @param subject the inquiry, or what is asked
 */
public record DayNotice(UUID subject, Kind kind, LocalDate deadline) {
    /** Days before the last day on which it is near. */
    public static final int NEAR = 3;

    /** What is told. */
    public enum Kind {
        /** What is asked of this office is to be answered soon. */
        ASKED_NEAR,
        ASKED_OVER,
        /** Offices that were asked have not answered, and their day comes. */
        OWN_NEAR,
        OWN_OVER;

        /** True if this office asks, false if it is asked. */
        public boolean isOwn() {
            return this == OWN_NEAR || this == OWN_OVER;
        }

        /** The kind on a day: the last day itself is not over. */
        public static Kind of(boolean own, LocalDate deadline, LocalDate today) {
            boolean over = today.isAfter(deadline);
            if (own) {
                return over ? OWN_OVER : OWN_NEAR;
            }
            return over ? ASKED_OVER : ASKED_NEAR;
        }
    }

    /** The occasion on a day. */
    public static DayNotice of(UUID subject, boolean own, LocalDate deadline, LocalDate today) {
        return new DayNotice(subject, Kind.of(own, deadline, today), deadline);
    }
}
