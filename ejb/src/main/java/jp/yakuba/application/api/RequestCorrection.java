package jp.yakuba.application.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Order a correction: the paths to be answered again (none for the whole form), why, and until when (相当の期間). */
public record RequestCorrection(
        @NotNull UUID applicationId,
        long version,
        @NotNull List<String> paths,
        @NotBlank String words,
        @NotNull LocalDate until) {}
