package jp.yakuba.resident.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** An event of the ledger (異動): reason such as 転入, event date, processing moment, state PROVISIONAL, FINAL, WITHDRAWN. */
public record EventLine(
        UUID id, String reason, LocalDate eventDate, Instant processedAt, String state, String enteredBy) {}
