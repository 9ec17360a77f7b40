package jp.yakuba.web.rest;

import java.util.UUID;
import jp.yakuba.approval.api.ApprovalOutcome;

/**
 * What became of one of several approvals, for a program.
 *
 * @param proposalId the proposal
 * @param approved true if it was approved
 * @param problem code of the refusal; null if it was approved
 */
public record ApprovalResult(UUID proposalId, boolean approved, String problem) {
    static ApprovalResult of(ApprovalOutcome outcome) {
        return new ApprovalResult(outcome.proposalId(), outcome.approved(), outcome.approved() ? null : outcome.problem().code());
    }
}
