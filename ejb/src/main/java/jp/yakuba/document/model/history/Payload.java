package jp.yakuba.document.model.history;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.yakuba.kernel.HouseJson;

/**
 * What a step of a history says beside who and when: JSON in one form only, names in order and no space between, so that
 * the same facts always give the same bytes.
 *
 * @param text the canonical JSON
 */
public record Payload(String text) {
    /** Nothing beside who and when. */
    public static final Payload NONE = new Payload("{}");

    /** The facts in their one form. */
    public static Payload of(JsonObject facts) {
        return new Payload(canonical(facts).toString());
    }

    /** Plain facts by name; one that is null is left out. */
    public static Payload of(Map<String, ?> facts) {
        var object = HouseJson.JSON.createObjectBuilder();
        new TreeMap<>(facts).forEach((name, value) -> {
            if (value instanceof Number number) {
                object.add(name, number.longValue());
            } else if (value instanceof Boolean truth) {
                object.add(name, truth);
            } else if (value instanceof Iterable<?> many) {
                var array = HouseJson.JSON.createArrayBuilder();
                many.forEach(one -> array.add(kept(one)));
                object.add(name, array);
            } else if (value != null) {
                object.add(name, kept(value));
            }
        });
        return new Payload(object.build().toString());
    }

    /** The plain values by name, as people read them; what has parts is left out, lists stand in one line. */
    public Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        try (var reader = HouseJson.JSON.createReader(new StringReader(text))) {
            reader.readObject().forEach((name, value) -> {
                if (value instanceof JsonArray many) {
                    values.put(name, many.stream().map(Payload::word).collect(Collectors.joining("、")));
                } else if (!(value instanceof JsonObject)) {
                    values.put(name, word(value));
                }
            });
        }
        return values;
    }

    private static String word(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }

    /** Without the NUL that PostgreSQL cannot keep. */
    private static String kept(Object value) {
        return value.toString().replace('\0', ' ');
    }

    private static JsonValue canonical(JsonValue value) {
        if (value instanceof JsonObject object) {
            var ordered = HouseJson.JSON.createObjectBuilder();
            new TreeMap<>(object).forEach((name, part) -> ordered.add(name, canonical(part)));
            return ordered.build();
        }
        if (value instanceof JsonArray array) {
            var kept = HouseJson.JSON.createArrayBuilder();
            array.forEach(part -> kept.add(canonical(part)));
            return kept.build();
        }
        return value instanceof JsonString string ? HouseJson.JSON.createValue(kept(string.getString())) : value;
    }
}
