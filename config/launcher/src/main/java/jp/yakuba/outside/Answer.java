package jp.yakuba.outside;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What a system answers.
 *
 * @param messageId id of the answer
 * @param inReplyTo id of the request
 * @param system the system that answers
 * @param applicationId the procedure concerned
 * @param outcome {@code ACCEPTED}, {@code REFUSED} or {@code DONE}
 * @param words a reason or remark
 * @param results what came of it
 * @param subject key of the request
 * @param createdAt when it was first given
 */
record Answer(UUID messageId, UUID inReplyTo, String system, UUID applicationId, String outcome, String words,
        Map<String, String> results, String subject, String createdAt) {

    /** The envelope as it travels, and as the journal keeps it. */
    String text() {
        var given = Json.createObjectBuilder();
        results.forEach(given::add);
        return Json.createObjectBuilder()
                .add("messageId", messageId.toString())
                .add("type", "jp.yakuba.core.procedure-answered")
                .add("version", 1)
                .add("subject", subject)
                .add("createdAt", createdAt)
                .add("body", Json.createObjectBuilder()
                        .add("inReplyTo", inReplyTo.toString())
                        .add("system", system)
                        .add("applicationId", applicationId.toString())
                        .add("outcome", outcome)
                        .add("words", words)
                        .add("results", given))
                .build()
                .toString();
    }

    /** Reads what {@link #text} wrote. */
    static Answer read(JsonObject envelope) {
        var body = envelope.getJsonObject("body");
        var results = new TreeMap<String, String>();
        body.getJsonObject("results").forEach((name, value) -> results.put(name, ((JsonString) value).getString()));
        return new Answer(UUID.fromString(envelope.getString("messageId")), UUID.fromString(body.getString("inReplyTo")),
                body.getString("system"), UUID.fromString(body.getString("applicationId")), body.getString("outcome"),
                body.getString("words"), results, envelope.getString("subject"), envelope.getString("createdAt"));
    }

    /** The same words under another id. */
    Answer under(UUID otherId) {
        return new Answer(otherId, inReplyTo, system, applicationId, outcome, words, results, subject, createdAt);
    }
}
