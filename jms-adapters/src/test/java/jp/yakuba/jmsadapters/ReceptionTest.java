package jp.yakuba.jmsadapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.yakuba.application.api.ApplicationProblem;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.messaging.api.Envelope;
import jp.yakuba.messaging.api.InboxDesk;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("届いた電文の受付")
class ReceptionTest {
    private static final String QUEUE = "yakuba.core.water.answer";
    private static final UUID ID = UUID.fromString("6f4a1c1e-0000-4000-8000-000000000001");
    private static final String READABLE = """
            {"messageId":"%s","type":"jp.yakuba.core.procedure-answered","version":1,"subject":"application:1",
             "createdAt":"2026-11-21T00:00:00Z","body":{}}""".formatted(ID);

    private final List<String> setAside = new ArrayList<>();
    private final List<UUID> processed = new ArrayList<>();

    @ParameterizedTest(name = "{0}")
    @DisplayName("読めない電文は、理由とともに保留し、二度と配らせない")
    @ValueSource(strings = {
        "",
        "hello",
        "[1,2,3]",
        "{\"messageId\":",
        "{}",
        "{\"messageId\":\"not an id\",\"type\":\"t\",\"version\":1,\"subject\":\"s\",\"createdAt\":\"2026-11-21T00:00:00Z\",\"body\":{}}",
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"
    })
    void unreadableIsSetAside(String text) {
        new Reception(inbox(), (source, envelope) -> processed.add(envelope.messageId())).take(arrival(text, 1));

        assertThat(processed).isEmpty();
        assertThat(setAside).hasSize(1);
        assertThat(setAside.get(0)).doesNotContain("passwd");
    }

    @Test
    @DisplayName("長すぎる電文は読まずに保留する")
    void tooLongIsSetAside() {
        var text = READABLE.replace("\"body\":{}", "\"body\":{\"a\":\"" + "x".repeat(Envelope.LONGEST) + "\"}");

        new Reception(inbox(), (source, envelope) -> processed.add(envelope.messageId())).take(arrival(text, 1));

        assertThat(processed).isEmpty();
        assertThat(setAside.get(0)).contains("longer than");
    }

    @Test
    @DisplayName("読める電文は処理に渡す")
    void readableIsProcessed() {
        new Reception(inbox(), (source, envelope) -> processed.add(envelope.messageId())).take(arrival(READABLE, 1));

        assertThat(processed).containsExactly(ID);
        assertThat(setAside).isEmpty();
    }

    @Test
    @DisplayName("窓口が断った電文は、拒否理由の番号とともに保留する")
    void refusedIsSetAsideWithItsCode() {
        new Reception(inbox(), (source, envelope) -> {
            throw new RuleViolation(ApplicationProblem.LEDGER_NOT_READY);
        }).take(arrival(READABLE, 1));

        assertThat(setAside).containsExactly("refused: " + ApplicationProblem.LEDGER_NOT_READY.code());
    }

    @Test
    @DisplayName("一時の失敗は配り直しに任せ、続くなら保留する")
    void failuresAreDeliveredAgainAndThenSetAside() {
        var reception = new Reception(inbox(), (source, envelope) -> {
            throw new IllegalStateException("database away");
        });

        assertThatThrownBy(() -> reception.take(arrival(READABLE, Reception.DELIVERIES - 1)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(setAside).isEmpty();

        reception.take(arrival(READABLE, Reception.DELIVERIES));
        assertThat(setAside).containsExactly("failed 6 times: IllegalStateException");
    }

    private static Arrival arrival(String text, int deliveries) {
        return new Arrival(QUEUE, ID, text, deliveries);
    }

    private InboxDesk inbox() {
        return new InboxDesk() {
            @Override
            public boolean accept(UUID messageId, String source, String type) {
                return true;
            }

            @Override
            public boolean answered(UUID outgoingMessageId) {
                return true;
            }

            @Override
            public void setAside(UUID messageId, String source, String type, String body, String reason) {
                setAside.add(reason);
            }
        };
    }
}
