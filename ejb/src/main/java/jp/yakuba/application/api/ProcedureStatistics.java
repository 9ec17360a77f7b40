package jp.yakuba.application.api;

/**
 * Numbers of one procedure over a period; days are working days of what is done, corrections not counted.
 *
 * @param section code of the section that answers for it
 * @param medianDays days that half of them did not need
 * @param longestDays days of the one that took longest
 */
public record ProcedureStatistics(
        String procedure, String name, String section, long arrived, long open, long done, long overdue, double medianDays,
        long longestDays) {}
