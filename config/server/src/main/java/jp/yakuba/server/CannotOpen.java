package jp.yakuba.server;

/** Why the office cannot open, as one sentence for the person at the keyboard: what is wrong, and what to do. */
public final class CannotOpen extends RuntimeException {
    /** A reason without a cause worth showing. */
    public CannotOpen(String sentence) {
        super(sentence);
    }

    /** A reason with what lies behind it, for the log. */
    public CannotOpen(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
