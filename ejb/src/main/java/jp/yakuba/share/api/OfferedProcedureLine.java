package jp.yakuba.share.api;

/**
 * A procedure that another office shares.
 *
 * @param peer code of the office
 * @param office its name; its code if it has none here any more
 */
public record OfferedProcedureLine(String peer, String office, String code, String name, String summary, TakenState taken) {}
