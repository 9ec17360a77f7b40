package jp.yakuba.jmsadapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import jp.yakuba.application.api.CoreAnswer.Outcome;
import jp.yakuba.messaging.api.Envelope;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("業務システムの回答の形")
class AnswerFormTest {
    private static final String WATER = "yakuba.core.water.answer";
    private static final UUID ID = UUID.fromString("6f4a1c1e-0000-4000-8000-000000000001");
    private static final UUID QUESTION = UUID.fromString("6f4a1c1e-0000-4000-8000-000000000002");
    private static final UUID APPLICATION = UUID.fromString("6f4a1c1e-0000-4000-8000-000000000003");
    private static final String GOOD = """
            {"inReplyTo":"%s","applicationId":"%s","system":"water","outcome":"DONE","words":"開栓済",
             "results":{"tapNumber":"100-234"}}""".formatted(QUESTION, APPLICATION);

    @Test
    @DisplayName("決まった形の回答はそのまま読む")
    void readsAnAnswer() {
        var answer = AnswerForm.read(WATER, envelope(AnswerForm.PROCEDURE_ANSWERED, 1, GOOD)).orElseThrow();

        assertThat(answer.messageId()).isEqualTo(ID);
        assertThat(answer.inReplyTo()).isEqualTo(QUESTION);
        assertThat(answer.applicationId()).isEqualTo(APPLICATION);
        assertThat(answer.outcome()).isEqualTo(Outcome.DONE);
        assertThat(answer.results()).isEqualTo(Map.of("tapNumber", "100-234"));
    }

    @ParameterizedTest(name = "{2}")
    @DisplayName("形の合わない回答は処理しない")
    @CsvSource(delimiter = '|', textBlock = """
            "DONE"              | "MAYBE"        | unknown outcome
            "outcome":"DONE",   | ''             | without outcome
            "system":"water"    | "system":"school" | names another system
            "tapNumber":"100-234" | "tapNumber":12 | results are no short list
            "inReplyTo":"       | "inReplyTo":"x | inReplyTo is no id
            """)
    void refusesWhatDoesNotFit(String part, String instead, String reason) {
        var body = GOOD.replace(part, instead == null ? "" : instead);
        assertThat(body).isNotEqualTo(GOOD);
        assertThatThrownBy(() -> AnswerForm.read(WATER, envelope(AnswerForm.PROCEDURE_ANSWERED, 1, body)))
                .isInstanceOf(NotProcessable.class)
                .hasMessageContaining(reason);
    }

    @Test
    @DisplayName("知らない種別と版は処理しない")
    void refusesUnknownTypesAndVersions() {
        assertThatThrownBy(() -> AnswerForm.read(WATER, envelope("jp.yakuba.core.surprise", 1, GOOD)))
                .hasMessageContaining("unknown type");
        assertThatThrownBy(() -> AnswerForm.read(WATER, envelope(AnswerForm.PROCEDURE_ANSWERED, 2, GOOD)))
                .hasMessageContaining("unknown version 2");
        assertThatThrownBy(() -> AnswerForm.read(WATER, envelope(AnswerForm.LEDGER_ANSWER, 1, GOOD)))
                .as("the ledger's form on another system's queue")
                .hasMessageContaining("unknown type");
    }

    @Test
    @DisplayName("住民記録の回答は、質問への返事だけを申請へ渡す")
    void ledgerAnswersAreTakenOnlyInReply() {
        var body = """
                {"inReplyTo":"%s","causeId":"%s","eventId":"%s","outcome":"PROVISIONAL","problems":[]}"""
                .formatted(QUESTION, APPLICATION, ID);
        var ledger = "yakuba.core.ledger.answer";

        assertThat(AnswerForm.read(ledger, envelope(AnswerForm.LEDGER_ANSWER, 1, body)).orElseThrow().outcome())
                .isEqualTo(Outcome.ACCEPTED);
        assertThat(AnswerForm.read(ledger, envelope(AnswerForm.LEDGER_ANSWER, 1, body.replace("\"" + QUESTION + "\"", "null"))))
                .isEmpty();
    }

    private static Envelope envelope(String type, int version, String body) {
        return new Envelope(ID, type, version, "application:" + APPLICATION, Instant.parse("2026-11-21T00:00:00Z"), json(body));
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
