package jp.yakuba.document.api;

import java.util.UUID;

/**
 * Which records are wanted; a null condition means any. What the actor may not read is never among them.
 *
 * @param direction {@code IN} (収受簿), {@code OUT} (発送簿) or {@code INTERNAL}
 * @param section section in whose register they stand, or which has them now
 * @param fiscalYear fiscal year of their number
 * @param state where they stand
 * @param unfinished only those that are not done with
 * @param mine only those given to the actor
 * @param unfiled only those that lie in no file
 * @param dossierId only those in this file
 * @param words part of number, title, party or the sender's number
 * @param order column of the order
 * @param descending from the end
 */
public record RecordFilter(
        String direction,
        String section,
        Integer fiscalYear,
        RecordState state,
        boolean unfinished,
        boolean mine,
        boolean unfiled,
        UUID dossierId,
        String words,
        Order order,
        boolean descending) {

    /** What a list of records can be ordered by. */
    public enum Order {
        NUMBER,
        RECORDED,
        TITLE,
        PARTY,
        STATE,
        STAFF
    }

    /** A register of a section in a year, latest number first. */
    public static RecordFilter register(String direction, String section, int fiscalYear) {
        return new RecordFilter(direction, section, fiscalYear, null, false, false, false, null, null, Order.NUMBER, true);
    }

    /** What lies in a file, latest first. */
    public static RecordFilter in(UUID dossierId) {
        return new RecordFilter(null, null, null, null, false, false, false, dossierId, null, Order.RECORDED, true);
    }
}
