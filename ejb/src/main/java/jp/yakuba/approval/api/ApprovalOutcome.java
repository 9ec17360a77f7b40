package jp.yakuba.approval.api;

import java.util.UUID;
import jp.yakuba.kernel.Problem;

/**
 * What became of one of many approvals.
 *
 * @param proposalId the proposal
 * @param title its title; null if the actor may not see it
 * @param problem why not; null if it was approved
 */
public record ApprovalOutcome(UUID proposalId, String title, Problem problem) {
    /** True if it was approved. */
    public boolean approved() {
        return problem == null;
    }
}
