package jp.yakuba.document.api;

import java.util.UUID;
import jp.yakuba.kernel.DomainEvent;

/**
 * A draft was rejected or given up in this deed and will never be decided; what lies beside it is of no use any more.
 *
 * @param state {@link DraftState#REJECTED} or {@link DraftState#ABANDONED}
 */
public record DraftEnded(UUID draftId, DraftState state) implements DomainEvent {}
