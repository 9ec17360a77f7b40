package jp.yakuba.exchange.api;

/**
 * A refused message that is kept apart (隔離), with what its head says. Nothing of the head is proven: the message was refused.
 *
 * @param head as far as it can be read; null if it cannot. Of a confidential letter it has no title
 */
public record QuarantineView(QuarantineLine line, LetterHead head) {}
