package jp.yakuba.messaging.api;

/** A text that is no envelope; the message says why and never repeats the text. */
public class UnreadableMessage extends Exception {
    /** Unreadable for the reason. */
    public UnreadableMessage(String reason) {
        super(reason);
    }
}
