package jp.yakuba.notification.gateway;

import java.util.function.BooleanSupplier;

/** A line to the mail relay: takes letters one after another, or says why not. */
public interface MailLine extends AutoCloseable {
    /**
     * Sends the letter.
     *
     * @param handingOver asked once, when the relay is reached and right before the letter's words go to it, whether they may
     * @return false if they may not any more
     * @throws MailNotSent if it certainly was not sent, or if nobody can know
     */
    boolean send(Letter letter, BooleanSupplier handingOver) throws MailNotSent;

    /** Ends the line; it never fails, for what was sent is sent. */
    @Override
    void close();
}
