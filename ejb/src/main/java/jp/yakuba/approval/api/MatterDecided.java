package jp.yakuba.approval.api;

import java.util.UUID;
import jp.yakuba.kernel.DomainEvent;

/**
 * A proposal came to its end: decided (決裁) or closed without; fired in the transaction of the deed.
 *
 * @param proposalId the proposal
 * @param subjectType kind of its subject
 * @param subjectId its subject
 * @param outcome how it ended
 * @param decidedBy who ended it
 * @param byProxy true if that was somebody standing in (代決)
 */
public record MatterDecided(
        UUID proposalId, String subjectType, UUID subjectId, Outcome outcome, String decidedBy, boolean byProxy)
        implements DomainEvent {

    /** The ends of a proposal. */
    public enum Outcome {
        /** 決裁. */
        DECIDED,
        /** 否決. */
        REJECTED,
        /** 差戻し to the drafter, who may propose anew. */
        RETURNED,
        /** 引戻し by the drafter, who may propose anew. */
        WITHDRAWN,
        /** 廃案. */
        ABANDONED
    }

    /** True if what was proposed is decided. */
    public boolean approved() {
        return outcome == Outcome.DECIDED;
    }
}
