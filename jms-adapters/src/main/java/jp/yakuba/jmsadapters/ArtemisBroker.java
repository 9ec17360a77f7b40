package jp.yakuba.jmsadapters;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import jp.yakuba.messaging.gateway.Broker;
import jp.yakuba.messaging.gateway.BrokerUnreachable;
import jp.yakuba.messaging.gateway.OutgoingMessage;

/**
 * The broker of this node: its own, local journal, reached inside the virtual machine.
 *
 * <p>It uses the plain connection factory, which takes no part in the transaction of the database: the outbox makes that
 * unnecessary, and no row is ever held by an undecided broker.
 */
@ApplicationScoped
public class ArtemisBroker implements Broker {
    /** Property of a message: its id. */
    static final String MESSAGE_ID = "YakubaMessageId";
    /** Property of a message: its type. */
    static final String TYPE = "YakubaType";
    /** Property of a message: the version of its type. */
    static final String VERSION = "YakubaVersion";
    /** Property of a message: the key whose order it keeps. */
    static final String SUBJECT = "YakubaSubject";

    private final Map<String, Queue> queues = new ConcurrentHashMap<>();

    @Resource(lookup = "java:/ConnectionFactory")
    private ConnectionFactory connections;

    @Override
    public void send(List<OutgoingMessage> messages) throws BrokerUnreachable {
        try (var context = connections.createContext(JMSContext.SESSION_TRANSACTED)) {
            var producer = context.createProducer().setDeliveryMode(DeliveryMode.PERSISTENT);
            for (var message : messages) {
                producer.send(queue(message.destination()), asText(context, message));
            }
            context.commit();
        } catch (JMSRuntimeException | JMSException | NamingException refused) {
            throw new BrokerUnreachable(refused.getClass().getSimpleName() + ": " + refused.getMessage(), refused);
        }
    }

    private static TextMessage asText(JMSContext context, OutgoingMessage message) throws JMSException {
        var text = context.createTextMessage(message.text());
        text.setStringProperty(MESSAGE_ID, message.id().toString());
        text.setStringProperty(TYPE, message.type());
        text.setIntProperty(VERSION, message.version());
        text.setStringProperty(SUBJECT, message.subjectKey());
        return text;
    }

    private Queue queue(String name) throws NamingException {
        var known = queues.get(name);
        if (known == null) {
            known = InitialContext.doLookup("java:/jms/queue/" + name);
            queues.put(name, known);
        }
        return known;
    }
}
