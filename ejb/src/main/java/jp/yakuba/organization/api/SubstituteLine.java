package jp.yakuba.organization.api;

import java.time.LocalDate;

/**
 * A place in the order of those who stand in for a post (代決順位).
 *
 * @param post code of the post
 * @param number 1 goes first
 * @param standIn code of the post that stands in
 * @param validFrom the first day
 * @param validUntil the first day no longer; null while no end is known
 * @param source the rule
 */
public record SubstituteLine(
        String post, int number, String standIn, LocalDate validFrom, LocalDate validUntil, String source) {}
