package jp.yakuba.notification.gateway;

/** A letter that the relay did not take; the kind says what to do about it. */
public class MailNotSent extends Exception {
    private final Kind kind;

    /** What it means for the letter. */
    public enum Kind {
        /** The relay itself does not answer: no letter can be sent at present. */
        RELAY_AWAY,
        /** The relay refused the letter for now. */
        LATER,
        /** The relay will never take it, such as for an address that does not exist. */
        NEVER,
        /** The line broke while the words were on it: it may have been sent. */
        UNSURE
    }

    /** Not sent, for a reason without the address. */
    public MailNotSent(Kind kind, String reason, Throwable cause) {
        super(reason, cause);
        this.kind = kind;
    }

    /** What it means. */
    public Kind kind() {
        return kind;
    }
}
