package jp.yakuba.application.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Enter applications at the counter.
 *
 * @param onceKey the same key again gives the same receipts
 * @param pickId whom the clerk found in the ledger ({@link CounterDesk#pick}); null if not (yet) in the ledger
 * @param identityShown how the person showed who they are (本人確認書類)
 */
public record CounterEntry(
        @NotBlank String onceKey,
        @NotEmpty List<String> procedures,
        UUID pickId,
        @NotBlank String identityShown,
        @NotNull Map<String, String> answers) {}
