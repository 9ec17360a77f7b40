package jp.yakuba.application.api;

import java.util.UUID;

/**
 * What an inbox shows and in which order: blank or null parts are not asked.
 *
 * @param unassigned true for what nobody has taken yet
 * @param lapsed true for what waits for a correction whose period has run out
 * @param words parts of the receipt number, the applicant's name or its reading, however they are written; all must fit
 * @param descending true for the last first
 */
public record InboxFilter(
        String section, ApplicationState state, String procedure, UUID assignee, boolean mine, boolean overdue,
        boolean unassigned, boolean lapsed, String words, InboxOrder order, boolean descending) {
    public InboxFilter {
        order = order == null ? InboxOrder.DUE : order;
    }

    /** Everything that is open, nearest due date first. */
    public static InboxFilter everything() {
        return new InboxFilter(null, null, null, null, false, false, false, false, null, InboxOrder.DUE, false);
    }
}
