package jp.yakuba.document.api;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * What the section proposes for a file on a list of disposal.
 *
 * @param dossierId the file
 * @param verdict what is to become of it
 * @param years by how many years it is kept longer; null unless it is
 * @param reason why; needed to keep it longer
 */
public record JudgeDossier(@NotNull UUID dossierId, @NotNull DisposalVerdict verdict, Integer years, String reason) {}
