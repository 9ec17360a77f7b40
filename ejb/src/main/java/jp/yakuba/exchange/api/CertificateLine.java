package jp.yakuba.exchange.api;

import java.time.Instant;

/**
 * A certificate on which the exchange rests.
 *
 * @param use what it is for
 * @param peer code of the office that showed it; null for one of this office
 * @param name of that office; null for one of this office
 * @param serial number that its authority gave it, in hexadecimal digits; null if unknown
 * @param fingerprint its SHA-256 in hexadecimal digits; null if unknown
 * @param until its last moment
 * @param seenAt when it was shown last; null for one of this office
 * @param days whole days that are left; below 0 once it is over
 * @param warning how many of the thresholds are passed: 0 if it lasts long, 9 once it is over
 */
public record CertificateLine(
        Use use, String peer, String name, String serial, String fingerprint, Instant until, Instant seenAt, long days, int warning) {
    /** Once it is over. */
    public static final int OVER = 9;

    /** What a certificate is for. */
    public enum Use {
        /** This office shows it to others. */
        OWN_LINE,
        /** This office signs with it. */
        OWN_SIGNATURE,
        /** The other office showed it when it called. */
        CALLED_HERE,
        /** The other office showed it when it was called. */
        WAS_CALLED
    }
}
