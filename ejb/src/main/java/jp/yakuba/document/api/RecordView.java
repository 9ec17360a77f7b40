package jp.yakuba.document.api;

import java.time.Instant;
import java.util.UUID;

/** What others may know of a record. */
public record RecordView(
        UUID id, String number, String direction, String section, String title, Instant recordedAt, int fiscalYear) {}
