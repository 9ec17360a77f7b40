package jp.yakuba.document.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A record that somebody was asked to read (供覧), as a line of the own list; readAt is null until read. */
public record ReadingLine(
        UUID circulationId,
        UUID recordId,
        String number,
        String title,
        String party,
        String startedBy,
        Instant startedAt,
        String note,
        LocalDate dueOn,
        Instant readAt) {}
