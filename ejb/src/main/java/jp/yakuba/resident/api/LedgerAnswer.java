package jp.yakuba.resident.api;

import java.util.List;
import java.util.UUID;

/**
 * The ledger's answer, JSON in the queue {@code yakuba.core.ledger.answer}, type {@code jp.yakuba.core.ledger.answer},
 * version 1. A cause gets one answer when its entry is taken or refused and another when it becomes final or is withdrawn.
 *
 * @param inReplyTo id of the request's message; null in the later answer
 * @param causeId id of the application
 * @param eventId the event of the ledger; null if refused
 * @param outcome {@code PROVISIONAL}, {@code REFUSED}, {@code FINAL} or {@code WITHDRAWN}
 * @param problems codes or words of what stands against it; empty if nothing
 */
public record LedgerAnswer(UUID inReplyTo, UUID causeId, UUID eventId, String outcome, List<String> problems) {}
