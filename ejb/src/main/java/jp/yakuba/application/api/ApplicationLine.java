package jp.yakuba.application.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An application in a list.
 *
 * @param since when it came into its present state
 * @param dueOn by when it will be done, or by when the applicant answers a correction request; null if it waits for a visit
 * @param waitsFor name of the procedure it waits for; null if none
 */
public record ApplicationLine(
        UUID id,
        String receiptNumber,
        String procedure,
        Text name,
        ProcedureKind kind,
        ApplicationState state,
        Instant since,
        LocalDate dueOn,
        Text waitsFor,
        String sectionName) {}
