package jp.yakuba.messaging.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("電文の封筒")
class EnvelopeTest {
    private final Envelope envelope = new Envelope(UUID.randomUUID(), "jp.yakuba.test", 1, "subject:1",
            Instant.parse("2026-11-21T00:00:00Z"),
            Json.createObjectBuilder().add("words", "「{[{[」\"\\{").add("inside", Json.createObjectBuilder().add("a", 1)).build());

    @Test
    @DisplayName("書いたとおりに読める")
    void readsWhatItWrote() throws UnreadableMessage {
        assertThat(Envelope.read(envelope.text())).isEqualTo(envelope);
    }

    @Test
    @DisplayName("深い入れ子は、読み始める前に断る。かぎかっこの中の字は数えない")
    void deepNestingIsRefusedBeforeItIsRead() throws UnreadableMessage {
        assertThatThrownBy(() -> Envelope.read("{\"body\":" + "{\"a\":".repeat(100_000))).isInstanceOf(UnreadableMessage.class)
                .hasMessageContaining("nested too deeply");
        assertThatThrownBy(() -> Envelope.read("{\"body\":" + "[".repeat(60) + "]".repeat(60) + "}"))
                .isInstanceOf(UnreadableMessage.class);

        var talkative = new Envelope(envelope.messageId(), envelope.type(), 1, envelope.subject(), envelope.createdAt(),
                Json.createObjectBuilder().add("words", "{[\"".repeat(200)).build());
        assertThat(Envelope.read(talkative.text())).isEqualTo(talkative);
    }
}
