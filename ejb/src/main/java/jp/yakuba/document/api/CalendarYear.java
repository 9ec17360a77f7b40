package jp.yakuba.document.api;

/**
 * How much comes to its end in a fiscal year.
 *
 * @param fiscalYear the year
 * @param dossiers files whose period is over in it
 * @param foreseen how many of them are still open, so that the year is only foreseen
 * @param held how many of them are held
 */
public record CalendarYear(int fiscalYear, long dossiers, long foreseen, long held) {}
