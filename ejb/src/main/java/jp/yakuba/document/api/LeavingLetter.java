package jp.yakuba.document.api;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A letter that leaves by the exchange.
 *
 * @param deliveryId the delivery, one recipient of what is sent out
 * @param recordId the outgoing record
 * @param draftId the decided draft that is sent out; of a notice by rule, the id of what happened
 * @param causeId the record that caused it; null if none did
 * @param office code of the office it goes to
 * @param officeSection section or post there, in words; null if none is named
 * @param mark who may open it
 * @param deadline day by which an answer is wanted; null if none is
 * @param section section that sends it
 * @param number its number
 * @param date its date
 * @param title what it is about
 * @param files the fair copy first, then what is attached
 */
public record LeavingLetter(
        UUID deliveryId, UUID recordId, UUID draftId, UUID causeId, String office, String officeSection, LetterMark mark, LocalDate deadline, String section,
        String number, LocalDate date, String title, List<Part> files) {
    public LeavingLetter {
        files = List.copyOf(files);
    }

    /** A kept file by its hash, with its name. */
    public record Part(String sha256, String name) {}
}
