package jp.yakuba.messaging.gateway;

import java.util.List;

/** The post office next door (メッセージブローカ): takes messages into its journal. */
public interface Broker {
    /** Gives all messages to the journal, or none; returns when they are on its disk. */
    void send(List<OutgoingMessage> messages) throws BrokerUnreachable;
}
