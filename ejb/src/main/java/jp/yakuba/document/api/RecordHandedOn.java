package jp.yakuba.document.api;

import java.util.UUID;
import jp.yakuba.kernel.DomainEvent;

/**
 * A record was given to a section in this deed (配布); that section answers for it from now on.
 *
 * @param section code of the section that has it now
 */
public record RecordHandedOn(UUID recordId, String section) implements DomainEvent {}
