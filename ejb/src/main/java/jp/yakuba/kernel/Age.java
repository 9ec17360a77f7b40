package jp.yakuba.kernel;

import java.time.LocalDate;
import java.time.Period;

/**
 * The age of a person as the law counts it (年齢計算ニ関スル法律): a year is full at the end of the day before the birthday.
 *
 * <p>In daily life nothing differs, for that day ends when the birthday begins. It matters where a law asks who has
 * reached an age <em>on</em> a day: a child born on 1 April reaches six on 31 March and starts school a year earlier than
 * one born on 2 April.
 *
 * @param birthDate the day of birth
 */
public record Age(LocalDate birthDate) {
    private static final int SCHOOL_AGE = 6;

    /** Full years at the beginning of the day, as people say it. */
    public int on(LocalDate day) {
        if (day.isBefore(birthDate)) {
            throw new IllegalArgumentException("Nobody has an age before birth");
        }
        return Period.between(birthDate, day).getYears();
    }

    /** The day at whose end the age is reached: the day before the birthday; for 29 February always 28 February. */
    public LocalDate dayOfReaching(int years) {
        var sameDay = birthDate.plusYears(years);
        boolean leapBirthday = sameDay.getDayOfMonth() != birthDate.getDayOfMonth();
        return leapBirthday ? sameDay : sameDay.minusDays(1);
    }

    /** True if the age is reached on the day or was reached before, the law's way. */
    public boolean hasReached(int years, LocalDate on) {
        return !dayOfReaching(years).isAfter(on);
    }

    /** The fiscal year in which the child starts primary school (学校教育法17条: after the day of reaching six). */
    public FiscalYear startsPrimarySchool() {
        return FiscalYear.of(dayOfReaching(SCHOOL_AGE)).next();
    }
}
