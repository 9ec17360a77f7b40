package jp.yakuba.web.rest;

import static jp.yakuba.kernel.HouseJson.JSON;

import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.BadRequestException;
import java.io.StringReader;
import java.util.List;
import java.util.UUID;
import jp.yakuba.exchange.api.OpenTransfer;

/** What a program has sent. Whatever is not as it should be is a bad request, and nothing is done. */
final class SentJson {
    private static final int MOST = 200;

    private final JsonObject sent;

    private SentJson(JsonObject sent) {
        this.sent = sent;
    }

    static SentJson of(String body) {
        try (var reader = JSON.createReader(new StringReader(body))) {
            return new SentJson(reader.readObject());
        } catch (JsonException | IllegalStateException unreadable) {
            throw new BadRequestException(unreadable);
        }
    }

    /** A whole number from 0 on. */
    long number(String name) {
        try {
            if (sent.get(name) instanceof JsonNumber number && number.longValueExact() >= 0) {
                return number.longValueExact();
            }
        } catch (ArithmeticException broken) {
            throw new BadRequestException(broken);
        }
        throw new BadRequestException();
    }

    /** Words; null if there are none. No table keeps the character zero. */
    String words(String name) {
        var value = sent.getOrDefault(name, JsonValue.NULL);
        if (value == JsonValue.NULL) {
            return null;
        }
        if (value instanceof JsonString words && words.getString().indexOf(0) < 0) {
            return words.getString();
        }
        throw new BadRequestException();
    }

    /** At least one id, and not more than can be done at once. */
    List<UUID> ids(String name) {
        if (sent.get(name) instanceof List<?> values && !values.isEmpty() && values.size() <= MOST) {
            return values.stream().map(SentJson::id).toList();
        }
        throw new BadRequestException();
    }

    /** An announcement of a message, with its pieces. */
    OpenTransfer transfer() {
        return new OpenTransfer(id(sent.get("id")), id(sent.get("conversation")), Math.toIntExact(number("sequence")),
                sent.getOrDefault("previous", JsonValue.NULL) == JsonValue.NULL ? null : id(sent.get("previous")), words("service"),
                number("bytes"), words("sha256"), Math.toIntExact(number("pieceBytes")), hashes("pieces"));
    }

    private List<String> hashes(String name) {
        if (sent.get(name) instanceof List<?> values && !values.isEmpty() && values.size() <= OpenTransfer.MOST_CHUNKS
                && values.stream().allMatch(JsonString.class::isInstance)) {
            return values.stream().map(value -> ((JsonString) value).getString()).toList();
        }
        throw new BadRequestException();
    }

    private static UUID id(Object value) {
        try {
            if (value instanceof JsonString text) {
                return UUID.fromString(text.getString());
            }
        } catch (IllegalArgumentException noId) {
            throw new BadRequestException(noId);
        }
        throw new BadRequestException();
    }
}
