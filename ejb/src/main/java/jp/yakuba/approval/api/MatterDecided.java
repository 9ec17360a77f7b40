package jp.yakuba.approval.api;

import java.util.UUID;
import jp.yakuba.kernel.DomainEvent;

/** A matter was decided (決裁) or sent back; fired in the transaction of the deed. */
public record MatterDecided(UUID proposalId, String subjectType, UUID subjectId, boolean approved, String decidedBy)
        implements DomainEvent {}
