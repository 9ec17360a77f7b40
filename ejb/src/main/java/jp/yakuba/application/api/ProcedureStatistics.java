package jp.yakuba.application.api;

/** Numbers of one procedure over a period; days are working days, corrections not counted. */
public record ProcedureStatistics(
        String procedure, String name, long arrived, long open, long done, long overdue, double medianDays) {}
