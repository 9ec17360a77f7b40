package jp.yakuba.exchange.api;

import java.time.Instant;

/**
 * A refused message that is kept apart (隔離), as it is listed.
 *
 * @param arrival the message
 * @param service what it is for
 * @param judgedAgain how often somebody had it judged again
 * @param againFault what was found the last time it was judged again; null if it never was, or is being judged
 * @param againDetail what exactly was wrong then; null if nothing was
 * @param until when its pieces go; it cannot be judged again after that
 * @param isWhole true while all of its pieces are here
 */
public record QuarantineLine(
        ArrivalLine arrival, String service, int judgedAgain, String againFault, String againDetail, Instant until, boolean isWhole) {}
