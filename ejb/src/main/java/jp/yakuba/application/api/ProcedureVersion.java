package jp.yakuba.application.api;

import java.time.Instant;

/**
 * A procedure as the catalogue tells of it from one day to another.
 *
 * @param edition counts its changes; whoever changes it says which one was seen
 * @param past true if its last day is over: it is history and stays as it is
 * @param begun true from its first day on: only its last day may still change
 */
public record ProcedureVersion(
        ProcedureView facts, long edition, boolean begun, boolean past, Instant changedAt, String changedBy) {}
