package jp.yakuba.document.api;

import java.time.Instant;

/**
 * Whether the office can sign.
 *
 * @param key how its key is
 * @param until last moment of its certificate; null if none can be read
 * @param stamps how the time stamp service is
 * @param waiting signatures whose next step is overdue
 */
public record SigningState(Key key, Instant until, Stamps stamps, long waiting) {

    /** How the office's key is; each has its words under {@code office.health.signing.<name>}. */
    public enum Key {
        /** None is named: nothing is signed. */
        OFF,
        WORKING,
        /** The file is not there or cannot be read. */
        UNREADABLE,
        WRONG_PASSWORD,
        /** The file holds no key with a certificate. */
        EMPTY,
        /** The certificate is over, or not yet valid. */
        EXPIRED,
        REVOKED
    }

    /** How the time stamp service is. */
    public enum Stamps {
        /** None is named: signatures have no time stamp. */
        OFF,
        WORKING,
        /** It did not answer, or refused, when it was asked last. */
        AWAY
    }
}
