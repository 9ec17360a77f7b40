package jp.yakuba.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQQueue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("悪い電文")
class HostileMessagesIT extends Journey {
    private static final String SYSTEM = "water";
    private static final String ANSWERS = "jms.queue.yakuba.core.water.answer";
    private static final String XXE = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY s SYSTEM \"file:///etc/passwd\">]><a>&s;</a>";
    private static final String LAUGHS = "<?xml version=\"1.0\"?><!DOCTYPE z [<!ENTITY a \"ha\">"
            + "<!ENTITY b \"&a;&a;&a;&a;&a;&a;\">"
            + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;\">]><z>&c;</z>";

    static Stream<Arguments> messages() {
        return Stream.of(
                Arguments.of("XXE", XXE, "not a JSON object"),
                Arguments.of("billion laughs", LAUGHS, "not a JSON object"),
                Arguments.of("half JSON", "{\"messageId\": \"" + UUID.randomUUID(), "malformed"),
                Arguments.of("no JSON", "null", "not a JSON object"),
                Arguments.of("deep JSON", "{\"body\":" + "{\"a\":".repeat(50_000), "nested too deeply"),
                Arguments.of("numbers without end", envelope(1, "\"x\": 1e999999999"), ""),
                Arguments.of("version 99", envelope(99, "\"outcome\": \"DONE\""), "unknown version 99"),
                Arguments.of("XML inside JSON", envelope(1, "\"outcome\": \"<!DOCTYPE x>\""), ""),
                Arguments.of("nobody asked", envelope(1, "\"inReplyTo\": \"" + UUID.randomUUID() + "\", \"system\": \"water\","
                        + " \"applicationId\": \"" + UUID.randomUUID()
                                + "\", \"outcome\": \"DONE\", \"words\": \"\", \"results\": {}"), "never sent"),
                Arguments.of("zeros", envelope(1, "\"outcome\": \"\\u0000\""), ""),
                Arguments.of("too long", "{\"a\":\"" + "x".repeat(1_100_000) + "\"}", "longer than"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("messages")
    @DisplayName("読めない電文、知らない版、頼んでいない答えは、理由とともに脇に置き、記録に残す")
    void whatCannotBeProcessedIsSetAsideWithTheReason(String name, String text, String reason) {
        var refusals = Refusals.fromNow(office());
        var before = setAside();

        send(ANSWERS, context -> context.createTextMessage(text));

        await(() -> setAside() > before);
        var row = "from yakuba.msg_set_aside order by last_at desc limit 1";
        assertThat(office().ask("select reason " + row)).contains(reason);
        assertThat(office().ask("select source " + row)).isEqualTo("yakuba.core.water.answer");
        assertThat(office().ask("select body " + row)).doesNotContain("root:");
        assertThat(refusals.written()).anyMatch(line -> line.deed().equals("messaging.set-aside") && line.reason()
                .contains(reason));
    }

    @Test
    @DisplayName("文字でない電文も、脇に置く")
    void aMessageThatIsNoTextIsSetAside() {
        var before = setAside();

        send(ANSWERS, context -> context.createObjectMessage(new java.util.ArrayList<>()));
        send(ANSWERS, JMSContext::createMapMessage);
        send(ANSWERS, context -> {
            var bytes = context.createBytesMessage();
            try {
                bytes.writeBytes(new byte[] {(byte) 0xAC, (byte) 0xED, 0, 5});
            } catch (JMSException refused) {
                throw new IllegalStateException(refused);
            }
            return bytes;
        });

        await(() -> setAside() == before + 3);
    }

    @Test
    @DisplayName("脇に置いたものは、係が画面で見て、送り直せる。もう一度だめなら、また脇に置かれる")
    void anOperatorSeesItAndSendsItAgain() {
        var before = setAside();
        send(ANSWERS, context -> context.createTextMessage(envelope(98, "\"outcome\": \"DONE\"")));
        await(() -> setAside() > before);
        var operator = staff(holder("operator", "planning"));
        var page = operator.page();

        operator.goToOffice("/office/messages");
        page.locator("tbody tr:has-text('unknown version 98') a").first().click();
        page.fill("[name='reason']", "相手の版を確かめた");
        page.locator("#again").click();
        page.waitForLoadState();

        await(() -> office().ask("select count(*) from yakuba.msg_set_aside where reason like 'unknown version 98%'")
                .equals("2"));
        assertThat(office().ask("select state from yakuba.msg_set_aside where reason like 'unknown version 98%'"
                + " order by arrived_at limit 1"))
                .isEqualTo("SENT_AGAIN");
        assertThat(office().ask("select reason from yakuba.aud_entry where deed = 'messaging.retry-set-aside'"
                + " order by occurred_at desc limit 1"))
                .isEqualTo("相手の版を確かめた");
    }

    @Test
    @DisplayName("外のシステムは、自分の列のほかには書けず、ほかの列は読めない")
    void anOutsideSystemReachesItsOwnQueuesOnly() {
        for (var queue : new String[] {"jms.queue.yakuba.core.ledger.request", "jms.queue.yakuba.core.ledger.answer",
                "jms.queue.yakuba.core.school.answer", "jms.queue.yakuba.core.water.request", "jms.queue.made.up"}) {
            assertThatThrownBy(() -> send(queue, context -> context.createTextMessage("{}"))).as(queue)
                    .isInstanceOf(JMSRuntimeException.class);
        }
        for (var queue : new String[] {"jms.queue.yakuba.core.school.request", "jms.queue.yakuba.core.ledger.request", ANSWERS}) {
            assertThatThrownBy(() -> {
                try (var factory = factory(password()); var context = factory.createContext()) {
                    context.createConsumer(new ActiveMQQueue(queue)).receiveNoWait();
                }
            }).as(queue).isInstanceOf(JMSRuntimeException.class);
        }
        assertThatThrownBy(() -> {
            try (var factory = factory("wrong"); var context = factory.createContext()) {
                context.start();
            }
        }).as("a wrong password").isInstanceOf(JMSRuntimeException.class);
    }

    private void send(String queue, Function<JMSContext, Message> message) {
        try (var factory = factory(password()); var context = factory.createContext()) {
            context.createProducer().send(new ActiveMQQueue(queue), message.apply(context));
        }
    }

    private String password() {
        return office().running().secrets().get("broker." + SYSTEM);
    }

    private ActiveMQConnectionFactory factory(String password) {
        return new ActiveMQConnectionFactory("tcp://127.0.0.1:" + office().running().settings().ports().broker(), "core-"
                + SYSTEM, password);
    }

    private long setAside() {
        return Long.parseLong(office().ask("select coalesce(sum(times), 0) from yakuba.msg_set_aside"));
    }

    private static String envelope(int version, String body) {
        return "{\"messageId\": \"" + UUID.randomUUID() + "\", \"type\": \"jp.yakuba.core.procedure-answered\", \"version\": "
                + version
                + ", \"subject\": \"application:x\", \"createdAt\": \"2026-11-21T00:00:00Z\", \"body\": {" + body + "}}";
    }

    private static void await(BooleanSupplier done) {
        var deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!done.getAsBoolean() && System.nanoTime() < deadline) {
            pause();
        }
        assertThat(done.getAsBoolean()).isTrue();
    }

    private static void pause() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
