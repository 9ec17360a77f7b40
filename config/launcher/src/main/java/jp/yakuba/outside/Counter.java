package jp.yakuba.outside;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.activemq.artemis.jms.client.ActiveMQQueue;

/**
 * The counter of a core system: takes requests from its queue and puts answers into the other, both in one transaction of
 * the broker. When the broker is away it tries again every second; what waits there is persistent.
 */
final class Counter implements Runnable {
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final Duration SECOND_WORD_AFTER = Duration.ofSeconds(2);
    private static final String ADDRESS = "jms.queue.yakuba.core.";
    private static final String ATTACK = "<?xml version=\"1.0\"?><!DOCTYPE answer [<!ENTITY secret SYSTEM \"file:///etc/passwd\">]>"
            + "<answer>&secret;</answer>";

    private final CoreSystem system;
    private final ConnectionFactory broker;
    private final Moods moods;
    private final AtomicBoolean open = new AtomicBoolean(true);

    Counter(CoreSystem system, ConnectionFactory broker, Moods moods) {
        this.system = system;
        this.broker = broker;
        this.moods = moods;
    }

    /** Ends after the request at hand. */
    void close() {
        open.set(false);
    }

    @Override
    public void run() {
        while (open.get()) {
            if (mood().kind() == Mood.Kind.DOWN) {
                pause(BETWEEN_TRIES);
                continue;
            }
            try (var connection = broker.createConnection()) {
                serve(connection);
            } catch (JMSException away) {
                pause(BETWEEN_TRIES);
            }
        }
    }

    private void serve(Connection connection) throws JMSException {
        var broken = new AtomicBoolean();
        connection.setExceptionListener(lost -> broken.set(true));
        var session = connection.createSession(true, Session.SESSION_TRANSACTED);
        var requests = session.createConsumer(new ActiveMQQueue(ADDRESS + system.name() + ".request"));
        var answers = session.createProducer(new ActiveMQQueue(ADDRESS + system.name() + ".answer"));
        connection.start();
        System.out.println(system.name() + ": open");
        while (open.get() && !broken.get() && mood().kind() != Mood.Kind.DOWN) {
            serveOne(session, requests, answers);
        }
        System.out.println(system.name() + ": closed");
    }

    private void serveOne(Session session, MessageConsumer requests, MessageProducer answers) throws JMSException {
        var message = requests.receive(PATIENCE.toMillis());
        if (message == null) {
            return;
        }
        if (message instanceof TextMessage text) {
            var mood = mood();
            if (mood.kind() == Mood.Kind.SLOW) {
                pause(mood.delay());
            }
            reply(session, answers, text.getText(), mood);
        }
        session.commit();
    }

    private void reply(Session session, MessageProducer answers, String text, Mood mood) throws JMSException {
        Request request;
        try {
            request = Request.read(json(text));
        } catch (JsonException | IllegalArgumentException | ClassCastException unreadable) {
            System.out.println(system.name() + ": a request cannot be read and is left: " + unreadable.getClass().getSimpleName());
            return;
        }
        System.out.println(system.name() + ": " + mood.kind() + " " + request.procedure() + " " + request.messageId());
        switch (mood.kind()) {
            case SILENT -> { }
            case MALFORMED -> send(session, answers, ATTACK, Duration.ZERO);
            case UNKNOWN -> send(session, answers, stranger(request).text(), Duration.ZERO);
            default -> sendAll(session, answers, system.answer(request, mood.kind() == Mood.Kind.REFUSE), mood);
        }
    }

    private void sendAll(Session session, MessageProducer answers, List<Answer> given, Mood mood) throws JMSException {
        var delay = mood.kind() == Mood.Kind.LATE ? mood.delay() : Duration.ZERO;
        for (var answer : given) {
            send(session, answers, answer.text(), delay);
            if (mood.kind() == Mood.Kind.TWICE) {
                send(session, answers, answer.text(), delay);
                send(session, answers, answer.under(UUID.randomUUID()).text(), delay);
            }
            delay = delay.plus(SECOND_WORD_AFTER);
        }
    }

    private Answer stranger(Request request) {
        return new Answer(UUID.randomUUID(), UUID.randomUUID(), system.name(), UUID.randomUUID(), "DONE", "",
                Map.of(), request.subject(), "2026-01-01T00:00:00Z");
    }

    private static void send(Session session, MessageProducer answers, String text, Duration delay) throws JMSException {
        answers.setDeliveryDelay(delay.toMillis());
        answers.send(session.createTextMessage(text));
    }

    private Mood mood() {
        return moods.of(system.name());
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private void pause(Duration length) {
        try {
            Thread.sleep(length.toMillis());
        } catch (InterruptedException stop) {
            open.set(false);
            Thread.currentThread().interrupt();
        }
    }
}
