package jp.yakuba.notification.gateway;

/** The post office for mail (メール中継). */
public interface MailRelay {
    /** A line to the relay for some letters one after another; the first of them opens it. */
    MailLine open();
}
