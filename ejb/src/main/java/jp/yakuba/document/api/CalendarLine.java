package jp.yakuba.document.api;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A file in the calendar of disposal (廃棄予定表).
 *
 * @param id the file
 * @param section section that keeps it
 * @param fiscalYear year of the plan it was opened for
 * @param code its code
 * @param title its name
 * @param retention how long it is kept
 * @param state open, then the day is only foreseen, or closed
 * @param keptUntil last day of its period; null while open
 * @param dueOn the first day after it
 * @param extended true if the period was extended
 * @param held true while it or a record in it is held
 * @param records how many records lie in it
 */
public record CalendarLine(
        UUID id,
        String section,
        int fiscalYear,
        String code,
        String title,
        RetentionClass retention,
        DossierState state,
        LocalDate keptUntil,
        LocalDate dueOn,
        boolean extended,
        boolean held,
        long records) {}
