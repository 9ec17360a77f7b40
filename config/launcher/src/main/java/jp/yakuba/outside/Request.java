package jp.yakuba.outside;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What the office asks of a system: a procedure was decided or accepted, act on it.
 *
 * @param messageId id of the message
 * @param type type of the message
 * @param version version of the type
 * @param subject key whose order the office keeps
 * @param applicationId the procedure concerned
 * @param procedure code of the kind of procedure
 * @param municipality code of the municipality
 * @param arrivedOn day on which the application arrived
 * @param answers what the person wrote, by the name of the question
 */
record Request(UUID messageId, String type, int version, String subject, UUID applicationId, String procedure,
        String municipality, String arrivedOn, Map<String, String> answers) {

    /** Reads the office's envelope; anything else is an {@link IllegalArgumentException}. */
    static Request read(JsonObject envelope) {
        var body = envelope.getJsonObject("body");
        if (body == null || !envelope.containsKey("version")) {
            throw new IllegalArgumentException("no envelope");
        }
        var answers = new TreeMap<String, String>();
        if (body.get("answers") instanceof JsonObject given) {
            given.forEach((name, value) -> answers.put(name, value instanceof JsonString text ? text.getString() : value.toString()));
        }
        return new Request(UUID.fromString(text(envelope, "messageId")), text(envelope, "type"), envelope.getInt("version"),
                text(envelope, "subject"), UUID.fromString(text(body, "applicationId")), text(body, "procedure"),
                text(body, "municipality"), text(body, "arrivedOn"), answers);
    }

    /** What was answered to the question; empty if nothing. */
    String answer(String question) {
        return answers.getOrDefault(question, "").strip();
    }

    /** How many entries of a group there are: {@code dog.dogs.0.name}, {@code dog.dogs.1.name} … */
    int entries(String group, String question) {
        var count = 0;
        while (!answer(group + "." + count + "." + question).isEmpty()) {
            count++;
        }
        return count;
    }

    private static String text(JsonObject object, String name) {
        if (object.get(name) instanceof JsonString text && !text.getString().isBlank()) {
            return text.getString();
        }
        throw new IllegalArgumentException("without " + name);
    }
}
