package jp.yakuba.document.api;

import java.util.List;
import java.util.UUID;

/**
 * What is needed to send a draft out.
 *
 * @param sent what went out already, first one first
 * @param taken numbers of its section that are taken and unused
 * @param exchangeConnected false while no exchange of documents is connected
 */
public record DispatchSheet(
        UUID draftId, String title, String section, DispatchIntent intent, SealUse seal, List<DispatchView> sent, List<NumberLine> taken,
        boolean exchangeConnected) {}
