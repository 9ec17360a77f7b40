/**
 * Messages to and from others (連携): an outbox that leaves with the deed's own commit, an inbox that lets each message work once.
 *
 * <p>A deed leaves a message in the outbox inside its own transaction. After the commit a sender gives it to the broker's
 * journal and marks it sent; <em>done</em> comes from the receiver: inside with its inbox row, outside with its answer. What
 * is not done is sent again with growing pauses. What a receiver cannot process is set aside, with the reason, for an operator.
 *
 * <p>Front doors: {@link jp.yakuba.messaging.api.OutboxDesk}, {@link jp.yakuba.messaging.api.InboxDesk} and, for operators,
 * {@link jp.yakuba.messaging.api.MessagingDesk}. Message types: {@code config/docs/messages.md}.
 */
@Domain(japanese = "連携", storey = Domain.Storey.FOUNDATION, uses = {"audit"})
package jp.yakuba.messaging;

import jp.yakuba.house.Domain;
