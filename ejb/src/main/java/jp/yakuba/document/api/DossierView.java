package jp.yakuba.document.api;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A file (ファイル・簿冊) of the filing plan as people see it.
 *
 * @param id its id
 * @param version changes with every change
 * @param section section that keeps it
 * @param fiscalYear year of the plan it was opened for
 * @param facts what the plan says of it
 * @param state open, or closed and counted
 * @param completedYear fiscal year in which the last of it was done with; null while open
 * @param keptFrom first day of its retention; null while open
 * @param keptUntil last day of its retention; null while open
 * @param extendedUntil the day until which its period was extended by hand; null if it was not
 * @param disposalYear fiscal year in which it can be disposed of (廃棄予定年度), foreseen while it is open; null while in regular use
 * @param records how many records lie in it
 * @param unfinished how many of them are not done with
 */
public record DossierView(
        UUID id,
        long version,
        String section,
        int fiscalYear,
        DossierFacts facts,
        DossierState state,
        Integer completedYear,
        LocalDate keptFrom,
        LocalDate keptUntil,
        LocalDate extendedUntil,
        Integer disposalYear,
        long records,
        long unfinished) {

    /** The code, such as 「A-01-02-003」. */
    public String code() {
        return facts.code();
    }

    /** The name. */
    public String title() {
        return facts.title();
    }
}
