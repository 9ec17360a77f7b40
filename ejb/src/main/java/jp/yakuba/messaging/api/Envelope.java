package jp.yakuba.messaging.api;

import static jp.yakuba.kernel.HouseJson.JSON;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/**
 * What every message carries around its body, the same in both directions: JSON and nothing else.
 *
 * @param messageId by which the receiver drops copies
 * @param type name of the message type
 * @param version version of the type's schema
 * @param subject messages of the same subject keep their order
 * @param createdAt when it was left
 * @param body what it says, as its type's schema defines
 */
public record Envelope(UUID messageId, String type, int version, String subject, Instant createdAt, JsonObject body) {
    /** The longest text that is read, in characters. */
    public static final int LONGEST = 1_000_000;

    private static final int DEEPEST = 50;

    /** The text as it travels. */
    public String text() {
        return JSON.createObjectBuilder()
                .add("messageId", messageId.toString())
                .add("type", type)
                .add("version", version)
                .add("subject", subject)
                .add("createdAt", createdAt.toString())
                .add("body", body)
                .build()
                .toString();
    }

    /** Reads a text; anything but one well-formed envelope is {@link UnreadableMessage}. */
    public static Envelope read(String text) throws UnreadableMessage {
        if (text == null || text.isBlank()) {
            throw new UnreadableMessage("empty");
        }
        if (text.length() > LONGEST) {
            throw new UnreadableMessage("longer than " + LONGEST + " characters");
        }
        if (text.stripLeading().charAt(0) != '{') {
            throw new UnreadableMessage("not a JSON object");
        }
        if (isTooDeep(text)) {
            throw new UnreadableMessage("malformed: nested too deeply");
        }
        try (var reader = JSON.createReader(new StringReader(text))) {
            return of(reader.readObject());
        } catch (JsonException notJson) {
            throw new UnreadableMessage("malformed: not JSON to its end");
        } catch (IllegalArgumentException | ClassCastException | ArithmeticException | DateTimeException malformed) {
            throw new UnreadableMessage("malformed: a part is missing or of another form");
        }
    }

    /** True if more brackets stand open at once than any message has; a reader would run out of room for them. */
    private static boolean isTooDeep(String text) {
        int open = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (quoted) {
                i += sign == '\\' ? 1 : 0;
                quoted = sign != '"';
            } else if (sign == '"') {
                quoted = true;
            } else if (sign == '{' || sign == '[') {
                open++;
            } else if (sign == '}' || sign == ']') {
                open--;
            }
            if (open > DEEPEST) {
                return true;
            }
        }
        return false;
    }

    /** A JSON object from its text, for whoever leaves a message. */
    public static JsonObject bodyOf(String payload) {
        try (var reader = JSON.createReader(new StringReader(payload))) {
            return reader.readObject();
        }
    }

    private static Envelope of(JsonObject object) throws UnreadableMessage {
        var version = object.getJsonNumber("version");
        var body = object.getJsonObject("body");
        if (version == null || body == null) {
            throw new UnreadableMessage("without version or body");
        }
        return new Envelope(UUID.fromString(text(object, "messageId")), text(object, "type"), version.intValueExact(),
                text(object, "subject"), Instant.parse(text(object, "createdAt")), body);
    }

    private static String text(JsonObject object, String name) throws UnreadableMessage {
        if (object.get(name) instanceof JsonString value && !value.getString().isBlank()) {
            return value.getString();
        }
        throw new UnreadableMessage("without " + name);
    }
}
