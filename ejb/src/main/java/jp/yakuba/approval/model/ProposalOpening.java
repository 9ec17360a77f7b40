package jp.yakuba.approval.model;

import java.util.UUID;

/**
 * That somebody opened a proposal.
 *
 * @param proposalId the proposal
 * @param personId who
 * @param version the version that was shown
 */
public record ProposalOpening(UUID proposalId, UUID personId, long version) {}
