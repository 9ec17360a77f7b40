package jp.yakuba.document.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * Put a record before readers (供覧).
 *
 * @param version of the record's life as it was seen
 * @param readers members of staff; may be empty if sections are named
 * @param sections sections all of whose staff are to read
 * @param note what to look at; null for nothing
 * @param dueOn until when; null for no day
 * @param completes the record is done with when the last has read
 */
public record Circulate(
        @NotNull UUID recordId,
        long version,
        @NotNull Set<UUID> readers,
        @NotNull Set<String> sections,
        @Size(max = 1000) String note,
        LocalDate dueOn,
        boolean completes) {}
