package jp.yakuba.document.api;

import java.time.Instant;
import jp.yakuba.signature.api.KeyState;

/**
 * Whether the office can sign.
 *
 * @param key how its key is
 * @param until last moment of its certificate; null if none can be read
 * @param stamps how the time stamp service is
 * @param waiting signatures whose next step is overdue
 */
public record SigningState(KeyState key, Instant until, Stamps stamps, long waiting) {

    /** How the time stamp service is. */
    public enum Stamps {
        /** None is named: signatures have no time stamp. */
        OFF,
        WORKING,
        /** It did not answer, or refused, when it was asked last. */
        AWAY
    }
}
