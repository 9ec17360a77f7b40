package jp.yakuba.organization.api;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A line of the delegation table with the days on which it holds.
 *
 * @param id of the line
 * @param terms what it says
 * @param validFrom the first day
 * @param validUntil the first day no longer; null while no end is known
 */
public record DelegationLine(UUID id, DelegationTerms terms, LocalDate validFrom, LocalDate validUntil) {}
