package jp.yakuba.share.api;

import java.time.Instant;

/**
 * A procedure that was taken over from another office.
 *
 * @param serial number of the version there, in the publication of the office
 */
public record TakenProcedureLine(String code, String name, String peer, String office, long serial, Instant takenAt, String takenBy, TakenState state) {}
