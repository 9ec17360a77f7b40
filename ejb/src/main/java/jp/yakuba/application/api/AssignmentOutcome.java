package jp.yakuba.application.api;

import java.util.List;

/**
 * What became of an assignment.
 *
 * @param assigned how many are now the receiver's
 * @param missed what somebody else had given away first; it stays as that one left it
 */
public record AssignmentOutcome(int assigned, List<Missed> missed) {
    public AssignmentOutcome {
        missed = List.copyOf(missed);
    }

    /** An application that is somebody's by now; assignee is null if it was given back to the section. */
    public record Missed(String receiptNumber, String assignee) {}
}
