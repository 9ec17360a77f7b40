package jp.yakuba.jmsadapters;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A message as it came out of a queue, before anybody has read it.
 *
 * @param source name of the queue
 * @param messageId what its property says, or a name derived from its text, so that the same text has the same id
 * @param text its text; null if it carries none
 * @param deliveries how often the broker has delivered it
 */
record Arrival(String source, UUID messageId, String text, int deliveries) {

    /** The message from the queue. */
    static Arrival of(String source, Message message) throws JMSException {
        var text = message instanceof TextMessage words ? words.getText() : null;
        var deliveries = message.propertyExists("JMSXDeliveryCount") ? message.getIntProperty("JMSXDeliveryCount") : 1;
        var seed = source + '\n' + (text == null ? message.getJMSMessageID() : text);
        return new Arrival(source, idOf(message.getStringProperty(ArtemisBroker.MESSAGE_ID), seed), text, deliveries);
    }

    private static UUID idOf(String property, String seed) {
        try {
            if (property != null) {
                return UUID.fromString(property);
            }
        } catch (IllegalArgumentException noId) {
            // somebody else's property of the same name; the text gives an id as well
        }
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
    }
}
