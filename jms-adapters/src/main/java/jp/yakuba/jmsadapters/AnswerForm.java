package jp.yakuba.jmsadapters;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.application.api.CoreAnswer;
import jp.yakuba.application.api.CoreAnswer.Outcome;
import jp.yakuba.messaging.api.Envelope;

/** The forms in which core systems answer, version by version; what fits none is not processable. */
final class AnswerForm {
    /** The answer of an outside core system. */
    static final String PROCEDURE_ANSWERED = "jp.yakuba.core.procedure-answered";
    /** The answer of the ledger. */
    static final String LEDGER_ANSWER = "jp.yakuba.core.ledger.answer";

    private static final int LONGEST_WORDS = 2_000;
    private static final int MOST_RESULTS = 50;
    private static final Map<String, Outcome> OF_THE_LEDGER = Map.of("PROVISIONAL", Outcome.ACCEPTED,
            "REFUSED", Outcome.REFUSED, "FINAL", Outcome.DONE, "WITHDRAWN", Outcome.ACCEPTED);

    private AnswerForm() {}

    /** The answer in the envelope; empty if it is the ledger's later word, which answers no message. */
    static Optional<CoreAnswer> read(String source, Envelope envelope) {
        var system = systemOf(source);
        if (envelope.version() != 1) {
            throw new NotProcessable("unknown version " + envelope.version() + " of " + known(envelope.type()));
        }
        if (envelope.type().equals(PROCEDURE_ANSWERED)) {
            return Optional.of(procedureAnswered(system, envelope));
        }
        if (envelope.type().equals(LEDGER_ANSWER) && system.equals("ledger")) {
            return ledgerAnswer(envelope);
        }
        throw new NotProcessable("unknown type " + known(envelope.type()));
    }

    private static CoreAnswer procedureAnswered(String system, Envelope envelope) {
        var body = envelope.body();
        if (!system.equals(text(body, "system"))) {
            throw new NotProcessable("names another system than the one that may use the queue");
        }
        return new CoreAnswer(envelope.messageId(), id(body, "inReplyTo"), system, id(body, "applicationId"),
                outcome(text(body, "outcome")), words(body), results(body));
    }

    private static Optional<CoreAnswer> ledgerAnswer(Envelope envelope) {
        var body = envelope.body();
        var outcome = OF_THE_LEDGER.get(text(body, "outcome"));
        if (outcome == null) {
            throw new NotProcessable("unknown outcome");
        }
        if (!(body.get("inReplyTo") instanceof JsonString)) {
            return Optional.empty();
        }
        var problems = body.get("problems") instanceof JsonArray list
                ? list.getValuesAs(JsonString.class).stream().map(JsonString::getString).toList() : List.<String>of();
        return Optional.of(new CoreAnswer(envelope.messageId(), id(body, "inReplyTo"), "ledger", id(body, "causeId"),
                outcome, shortened(String.join(" ", problems)), Map.of()));
    }

    private static String systemOf(String source) {
        return source.replaceFirst("^yakuba\\.core\\.", "").replaceFirst("\\.answer$", "");
    }

    private static Outcome outcome(String name) {
        try {
            return Outcome.valueOf(name);
        } catch (IllegalArgumentException unknown) {
            throw new NotProcessable("unknown outcome");
        }
    }

    private static String words(JsonObject body) {
        return body.get("words") instanceof JsonString words ? shortened(words.getString()) : "";
    }

    private static Map<String, String> results(JsonObject body) {
        var value = body.getOrDefault("results", JsonValue.EMPTY_JSON_OBJECT);
        if (!(value instanceof JsonObject object) || object.size() > MOST_RESULTS) {
            throw new NotProcessable("results are no short list of names and texts");
        }
        var results = new HashMap<String, String>();
        object.forEach((name, result) -> {
            if (!(result instanceof JsonString words) || words.getString().length() > LONGEST_WORDS) {
                throw new NotProcessable("results are no short list of names and texts");
            }
            results.put(name, words.getString());
        });
        return results;
    }

    private static UUID id(JsonObject body, String name) {
        try {
            return UUID.fromString(text(body, name));
        } catch (IllegalArgumentException noId) {
            throw new NotProcessable(name + " is no id");
        }
    }

    private static String text(JsonObject body, String name) {
        if (body.get(name) instanceof JsonString words && !words.getString().isBlank()) {
            return words.getString();
        }
        throw new NotProcessable("without " + name);
    }

    private static String shortened(String words) {
        return words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS);
    }

    private static String known(String type) {
        return type.matches("[a-z0-9.-]{1,80}") ? type : "(unprintable)";
    }
}
