package jp.yakuba.jmsadapters;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.messaging.api.Envelope;
import jp.yakuba.messaging.api.InboxDesk;
import jp.yakuba.messaging.api.UnreadableMessage;

/**
 * What every receiver does with an arrival: reads it, has it processed, and decides what becomes of it when that fails.
 *
 * <p>Unreadable, unknown or refused: set aside at once. Failed for another reason: left to the broker, which delivers it
 * again after a pause, and set aside after {@value #DELIVERIES} deliveries. So nothing is lost and nothing circles for ever.
 */
final class Reception {
    /** Deliveries after which a message that keeps failing is set aside. */
    static final int DELIVERIES = 6;

    private static final Logger LOG = System.getLogger(Reception.class.getName());
    private static final String UNKNOWN = "unknown";

    private final InboxDesk inbox;
    private final Processing processing;

    Reception(InboxDesk inbox, Processing processing) {
        this.inbox = inbox;
        this.processing = processing;
    }

    /** Takes an arrival in; throws only what the broker shall deliver again. */
    void take(Arrival arrival) {
        Envelope envelope;
        try {
            envelope = Envelope.read(arrival.text());
        } catch (UnreadableMessage unreadable) {
            setAside(arrival, arrival.messageId(), UNKNOWN, unreadable.getMessage());
            return;
        }
        try {
            processing.process(arrival.source(), envelope);
        } catch (NotProcessable reason) {
            setAside(arrival, envelope.messageId(), envelope.type(), reason.getMessage());
        } catch (RuleViolation refusal) {
            setAside(arrival, envelope.messageId(), envelope.type(), "refused: " + refusal.problem().code());
        } catch (RuntimeException failure) {
            if (arrival.deliveries() < DELIVERIES) {
                throw failure;
            }
            setAside(arrival, envelope.messageId(), envelope.type(),
                    "failed " + arrival.deliveries() + " times: " + rootOf(failure).getClass().getSimpleName());
        }
    }

    private void setAside(Arrival arrival, UUID messageId, String type, String reason) {
        inbox.setAside(messageId, arrival.source(), type, kept(arrival.text()), reason);
        LOG.log(Level.WARNING, "Message {0} of {1} is set aside: {2}", messageId, arrival.source(), reason);
    }

    private static String kept(String text) {
        return text == null || text.length() <= Envelope.LONGEST ? text : text.substring(0, Envelope.LONGEST);
    }

    private static Throwable rootOf(Throwable failure) {
        var root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }

    /** What is done with a readable message, in a transaction of its own. */
    interface Processing {
        void process(String source, Envelope envelope);
    }
}
