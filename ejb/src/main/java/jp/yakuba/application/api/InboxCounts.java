package jp.yakuba.application.api;

import java.util.List;

/**
 * How much is open in an inbox, whatever it is narrowed to.
 *
 * @param section everything of the actor's sections
 * @param mine what the actor has taken
 * @param overdue what should have been done before today, by the office or, as a correction, by the applicant
 * @param unassigned what nobody has taken
 * @param lapsed what waits for a correction whose period has run out
 * @param procedures the procedures among them
 */
public record InboxCounts(long section, long mine, long overdue, long unassigned, long lapsed, List<OpenProcedure> procedures) {
    public InboxCounts {
        procedures = List.copyOf(procedures);
    }

    /** A procedure and how many applications of it are open. */
    public record OpenProcedure(String code, String name, long open) {}
}
