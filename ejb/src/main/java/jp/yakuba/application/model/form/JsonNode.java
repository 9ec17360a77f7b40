package jp.yakuba.application.model.form;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import jp.yakuba.application.api.FormFault;
import jp.yakuba.application.api.Text;

/** One JSON object of a definition together with its place, so that whatever is wrong with it can be named. */
record JsonNode(JsonObject object, String place, List<FormFault> faults) {

    /** Names every member that nobody reads: a typing error would otherwise pass in silence. */
    void allowOnly(Set<String> names) {
        object.keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> fault(name, "この項目名は使えません。使えるのは " + String.join(", ", names.stream().sorted().toList()) + " です。"));
    }

    void fault(String member, String words) {
        faults.add(new FormFault(member.isEmpty() ? place : at(member), words));
    }

    String at(String member) {
        return place.isEmpty() ? member : place + "." + member;
    }

    boolean has(String member) {
        return object.containsKey(member) && object.get(member) != JsonValue.NULL;
    }

    /** The text of a member; null if there is none. Numbers are taken as they are written. */
    String text(String member) {
        if (!has(member)) {
            return null;
        }
        var value = object.get(member);
        if (value instanceof JsonString string) {
            return string.getString();
        }
        if (value instanceof JsonNumber number) {
            return number.toString();
        }
        fault(member, "文字で書いてください。");
        return null;
    }

    boolean truth(String member) {
        if (!has(member)) {
            return false;
        }
        var value = object.get(member);
        if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
            fault(member, "true か false で書いてください。");
        }
        return value == JsonValue.TRUE;
    }

    int number(String member, int otherwise) {
        if (!has(member)) {
            return otherwise;
        }
        if (object.get(member) instanceof JsonNumber number && number.isIntegral()) {
            return number.intValue();
        }
        fault(member, "整数で書いてください。");
        return otherwise;
    }

    /** A text in three languages; a plain string counts as Japanese only. */
    Text texts(String member) {
        if (!has(member)) {
            return null;
        }
        var value = object.get(member);
        if (value instanceof JsonString string) {
            return new Text(string.getString(), null, null);
        }
        if (value instanceof JsonObject languages) {
            var node = new JsonNode(languages, at(member), faults);
            node.allowOnly(Set.of("ja", "easy", "en"));
            return new Text(node.text("ja"), node.text("easy"), node.text("en"));
        }
        fault(member, "{\"ja\":…, \"easy\":…, \"en\":…} の形で書いてください。");
        return null;
    }

    List<String> strings(String member) {
        var words = new ArrayList<String>();
        for (var value : array(member)) {
            if (value instanceof JsonString string) {
                words.add(string.getString());
            } else {
                fault(member, "文字の並び（[\"…\", \"…\"]）で書いてください。");
            }
        }
        return words;
    }

    /** Every object of a list, read by the function. */
    <T> List<T> each(String member, Function<JsonNode, T> reader) {
        var read = new ArrayList<T>();
        var values = array(member);
        for (int i = 0; i < values.size(); i++) {
            var place = at(member) + "[" + i + "]";
            if (values.get(i) instanceof JsonObject child) {
                read.add(reader.apply(new JsonNode(child, place, faults)));
            } else {
                faults.add(new FormFault(place, "{ } で囲んで書いてください。"));
            }
        }
        return read;
    }

    JsonNode child(String member) {
        if (!has(member)) {
            return null;
        }
        if (object.get(member) instanceof JsonObject child) {
            return new JsonNode(child, at(member), faults);
        }
        fault(member, "{ } で囲んで書いてください。");
        return null;
    }

    private List<? extends JsonValue> array(String member) {
        if (!has(member)) {
            return List.of();
        }
        if (object.get(member) instanceof JsonArray values) {
            return values;
        }
        fault(member, "[ ] で囲んで書いてください。");
        return List.of();
    }
}
