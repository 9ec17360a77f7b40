package jp.yakuba.exchange.api;

import java.time.LocalDate;

/**
 * What went between this office and another on a day.
 *
 * @param sent letters that it kept whole
 * @param receipted receipts of it
 * @param refused refusals of it
 * @param failed attempts that came to nothing
 * @param problem the last reason of those; null if there is none
 * @param arrived messages that it announced
 * @param accepted of its messages those that became records
 * @param refusedHere of its messages those that were refused
 */
public record TrafficLine(
        LocalDate day, String peer, String name, long sent, long receipted, long refused, long failed, String problem, long arrived, long accepted,
        long refusedHere) {}
