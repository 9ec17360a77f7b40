package jp.yakuba.approval.api;

/**
 * How stops of one kind, or of one section, were dealt with in a period, and what waits there now.
 *
 * @param name the kind of stop, or the name of the section as it was when asked; empty if none was written down
 * @param done stops at which somebody acted in the period
 * @param medianDays days from the turn to the deed of the one in the middle; null if there was none
 * @param longestDays days of the slowest; null if there was none
 * @param waiting stops that hold a decision up now
 * @param overdue those whose day is over
 */
public record StepNumbers(String name, long done, Double medianDays, Double longestDays, long waiting, long overdue) {}
