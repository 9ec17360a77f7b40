package jp.yakuba.exchange.service.container;

import jp.yakuba.exchange.api.LetterHead;

/**
 * A container as it was made.
 *
 * @param sha256 of the whole file, 64 small hexadecimal digits
 * @param size of the whole file in bytes
 * @param head with the parts in it
 */
public record SealedContainer(String sha256, long size, LetterHead head) {}
