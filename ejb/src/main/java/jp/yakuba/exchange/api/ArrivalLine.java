package jp.yakuba.exchange.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A message that arrived, as it is listed.
 *
 * @param id of the message
 * @param peer code of the office that sent it
 * @param peerName its name
 * @param state how far it is
 * @param openedAt when it was announced
 * @param storedAt when all of it was kept; null until then
 * @param judgedAt when it was accepted or refused; null until then
 * @param recordId the record it became; null unless it was accepted
 * @param theirNumber number of the letter at the sender's (相手方の文書番号); null if unknown
 * @param mark who may open it; null if unknown
 * @param deadline day by which an answer is wanted; null if none is
 * @param fault reason code of a refusal; null if it was not refused
 * @param detail what exactly was wrong, for operators; null if nothing was
 * @param problem what keeps it from being judged; null if nothing does
 * @param bytes size of the container
 */
public record ArrivalLine(
        UUID id, String peer, String peerName, ArrivalState state, Instant openedAt, Instant storedAt, Instant judgedAt, UUID recordId,
        String theirNumber, LetterMark mark, LocalDate deadline, String fault, String detail, String problem, long bytes) {}
