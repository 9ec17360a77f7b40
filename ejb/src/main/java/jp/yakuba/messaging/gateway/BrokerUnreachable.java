package jp.yakuba.messaging.gateway;

/** The broker did not take the messages; they stay in the outbox. */
public class BrokerUnreachable extends Exception {
    /** Unreachable for the reason. */
    public BrokerUnreachable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
