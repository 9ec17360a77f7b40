package jp.yakuba.exchange.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * How far a message is, as its sender sees it.
 *
 * @param id the message
 * @param state how far
 * @param missing numbers of the pieces that are not here yet; empty once all are
 * @param storedAt when all of it was kept; null until then
 * @param fault reason code of a refusal; null if it is not refused
 */
public record TransferView(UUID id, ArrivalState state, List<Integer> missing, Instant storedAt, String fault) {}
