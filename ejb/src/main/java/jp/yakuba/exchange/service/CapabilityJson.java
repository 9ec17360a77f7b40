package jp.yakuba.exchange.service;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.yakuba.exchange.api.Capability;

/** Reads what a peer says it can do; what cannot be read says nothing. */
final class CapabilityJson {
    private CapabilityJson() {}

    static Optional<Capability> read(byte[] content) {
        try (var reader = Json.createReader(new ByteArrayInputStream(content))) {
            var said = reader.readObject();
            var limits = said.getJsonObject("limits");
            return Optional.of(new Capability(said.getString("office"), said.getString("name", ""), words(said, "versions"), Instant.parse(said.getString("now")),
                    Instant.parse(said.getString("until")), new Capability.Limits(limits.getJsonNumber("messageBytes").longValueExact(), limits.getInt("pieceBytes"),
                            limits.getInt("pieces"), limits.getInt("perMinute")), words(said, "services"), words(said, "algorithms")));
        } catch (JsonException | IllegalStateException | ClassCastException | NullPointerException | DateTimeException | ArithmeticException unreadable) {
            return Optional.empty();
        }
    }

    private static List<String> words(JsonObject said, String name) {
        return said.getJsonArray(name).getValuesAs(JsonString.class).stream().map(JsonString::getString).toList();
    }
}
