package jp.yakuba.document.api;

import java.time.Instant;
import java.util.UUID;

/**
 * A list of disposal (廃棄リスト) as a line.
 *
 * @param id its id
 * @param section section whose files stand on it
 * @param fiscalYear fiscal year in which it was made
 * @param state where it stands
 * @param dossiers how many files stand on it
 * @param open how many of them have not come to their end
 * @param madeBy who made it
 * @param madeAt when
 */
public record DisposalLine(
        UUID id, String section, int fiscalYear, DisposalState state, long dossiers, long open, String madeBy, Instant madeAt) {}
