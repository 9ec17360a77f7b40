package jp.yakuba.jmsadapters;

import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.messaging.api.InboxDesk;

/** What the receivers of all queues have in common. */
abstract class QueueReceiver {
    @Inject
    private CurrentActor actor;

    @Inject
    private InboxDesk inbox;

    /** Lets the machine in as the actor and takes the message in. */
    void receive(String queue, Message message, Reception.Processing processing) {
        try {
            var arrival = Arrival.of(queue, message);
            actor.actAs(Actor.system(queue), arrival.messageId().toString());
            new Reception(inbox, processing).take(arrival);
        } catch (JMSException unreadable) {
            throw new JMSRuntimeException(unreadable.getMessage(), unreadable.getErrorCode(), unreadable);
        }
    }
}
