package jp.yakuba.notification.gateway;

/** The post office for mail (メール中継): takes a letter, or says why not. */
public interface MailRelay {
    /**
     * Sends the letter.
     *
     * @param handingOver called once, when the relay is reached and right before the letter's words go to it
     * @throws MailNotSent if it certainly was not sent, or if nobody can know
     */
    void send(Letter letter, Runnable handingOver) throws MailNotSent;
}
