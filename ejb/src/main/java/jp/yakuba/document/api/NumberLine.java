package jp.yakuba.document.api;

import java.time.Instant;
import java.util.UUID;

/**
 * A number of a register: used by a record, taken ahead, missing with its reason (欠番), or a gap that nobody explained.
 *
 * @param id of the taking; null for a number that was not taken ahead
 * @param title title of the record, or what it was taken for
 * @param state USED, TAKEN, MISSING or GAP
 */
public record NumberLine(
        UUID id, NumberSeries series, String section, int year, long sequence, int branch, String number, String title, String state,
        String reason, UUID recordId, String by, Instant at) {}
