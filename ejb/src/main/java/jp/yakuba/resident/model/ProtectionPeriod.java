package jp.yakuba.resident.model;

import java.time.LocalDate;

/**
 * The period of a protection (支援措置の期間): a year less a day from its first day. Its end is a day to act on, not the
 * moment at which anything opens.
 *
 * @param startsOn first day
 * @param endsOn last day
 */
public record ProtectionPeriod(LocalDate startsOn, LocalDate endsOn) {
    /** How a period stands on a day. */
    public enum Alert {
        /** Nothing to do. */
        NONE,
        /** It ends within a month: extend or ask. */
        ENDS_SOON,
        /** The period has passed; the block stands until somebody ends it. */
        OVERDUE
    }

    public ProtectionPeriod {
        if (!endsOn.isAfter(startsOn)) {
            throw new IllegalArgumentException("A protection ends after it starts: " + startsOn + " - " + endsOn);
        }
    }

    /** The year that starts on the day. */
    public static ProtectionPeriod yearFrom(LocalDate startsOn) {
        return new ProtectionPeriod(startsOn, startsOn.plusYears(1).minusDays(1));
    }

    /** The same protection with another year from the day after the end. */
    public ProtectionPeriod extended() {
        return new ProtectionPeriod(startsOn, yearFrom(endsOn.plusDays(1)).endsOn());
    }

    /** True from one month before the end. */
    public boolean mayBeExtendedOn(LocalDate day) {
        return !day.isBefore(endsOn.minusMonths(1));
    }

    /** What whoever looks on the day should be told. */
    public Alert alertOn(LocalDate day) {
        if (day.isAfter(endsOn)) {
            return Alert.OVERDUE;
        }
        return mayBeExtendedOn(day) ? Alert.ENDS_SOON : Alert.NONE;
    }
}
