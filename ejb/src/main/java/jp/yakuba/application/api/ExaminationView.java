package jp.yakuba.application.api;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/**
 * An application on the examiner's desk: the applicant's view of it, the comparison, notes, assignee, siblings.
 *
 * @param entry what of it is entered in the ledger
 * @param coreTrouble what a core system holds against what was decided; null if nothing
 * @param visitAt when the applicant booked a visit; null if there is none
 * @param toBeRead true for a notification that ended at its arrival and that the section has not read yet
 */
public record ExaminationView(
        ApplicationView application,
        String applicantName,
        UUID applicantPersonId,
        boolean protectedPerson,
        List<Comparison> comparisons,
        List<Note> notes,
        UUID assigneeId,
        String assigneeName,
        List<ApplicationLine> siblings,
        UUID proposalId,
        UUID moveEventId,
        LedgerEntry entry,
        String coreTrouble,
        boolean toBeRead,
        LocalDateTime visitAt,
        Deed lastDeed) {

    /** What of an application is entered in the ledger, and from where. */
    public enum LedgerEntry {
        NONE,
        /** A birth, from the desk. */
        BIRTH,
        /** A move that needs no visit, from the desk. */
        MOVE,
        /** A move whose family stands at the counter. */
        MOVE_AT_VISIT;

        /** True if nobody need come for it. */
        public boolean isFromDesk() {
            return this == BIRTH || this == MOVE;
        }
    }

    /**
     * The latest change.
     *
     * @param deed as the audit log calls it
     * @param who the member of staff; null for the applicant and for systems
     * @param mine true if it was the asker
     */
    public record Deed(String deed, String who, boolean mine, Instant at) {}

    /** One answer beside the ledger: verdict SAME, DIFFERENT, VARIANT (異体字), NOT_IN_LEDGER. */
    public record Comparison(Text item, String path, String answer, String ledger, String verdict) {}

    /** A note of the staff. */
    public record Note(Instant at, String who, String words) {}
}
