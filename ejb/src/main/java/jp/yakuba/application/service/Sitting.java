package jp.yakuba.application.service;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.yakuba.application.model.Arrival.Channel;
import jp.yakuba.application.model.Attachment;

/**
 * What is handed in at one sitting, online or at the counter.
 *
 * @param ownerId whose key {@code onceKey} is
 * @param personId of the ledger; null if not in it
 * @param agentName of whoever acts under the mandate; null without one
 * @param draftId null at the counter
 */
record Sitting(
        UUID ownerId, String onceKey, UUID accountId, UUID personId, UUID mandateId, String agentName, UUID draftId, String guide,
        String language, Channel channel, String identity, String identityShown, List<String> procedures,
        Map<String, String> answers, List<Attachment> attachments) {}
