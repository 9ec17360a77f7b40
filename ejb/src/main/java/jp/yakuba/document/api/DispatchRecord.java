package jp.yakuba.document.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;

/** Dispatch an outgoing record that answers or follows {@code inReplyTo}; see {@link ReceiveRecord} for the parts. */
public record DispatchRecord(
        @NotBlank String causeType,
        @NotNull UUID causeId,
        UUID inReplyTo,
        @NotBlank String section,
        @NotBlank String title,
        @NotBlank String recipient,
        @NotNull List<String> files) {}
