package jp.yakuba.application.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One line of an inbox.
 *
 * @param dueOn by when it should be done; of a correction whose period has run out the day by which it should have come
 * @param lapsed true for such a correction
 * @param personId the applicant in the ledger; null if not known there
 * @param notes how many notes staff have left
 * @param lastNote the latest of them; null if there is none
 */
public record InboxLine(
        UUID id, long version, String receiptNumber, String procedure, String procedureName, String applicantName,
        ProcedureKind kind, ApplicationState state, Instant arrivedAt, LocalDate dueOn, UUID assigneeId, String assigneeName, int bundleSize,
        int notes, String lastNote, UUID personId, boolean lapsed) {
    /** The line with other words of the latest note. */
    public InboxLine withLastNote(String words) {
        return new InboxLine(id, version, receiptNumber, procedure, procedureName, applicantName, kind, state, arrivedAt, dueOn,
                assigneeId, assigneeName, bundleSize, notes, words, personId, lapsed);
    }
}
