package jp.yakuba.resident.model;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.yakuba.resident.api.ShieldDesk;

/** Answers of a form in which an address stands in parts: place, lot and building belong together. */
public final class AddressAnswers {
    private static final List<String> PARTS = List.of("place", "lot", "building");

    private AddressAnswers() {}

    /** The answers, and under each place the whole address of which it is a part. */
    public static Map<String, String> joined(Map<String, String> answers) {
        var joined = new LinkedHashMap<>(answers);
        answers.keySet().stream().filter(path -> path.endsWith(".lot")).map(AddressAnswers::stem)
                .filter(stem -> answers.containsKey(stem + "place"))
                .forEach(stem -> joined.put(stem, whole(answers, stem)));
        return joined;
    }

    /** The answers under the veil; the parts of an address that it hides as a whole are hidden, each of them. */
    public static Map<String, String> hidden(Map<String, String> answers, Map<String, String> joined, AddressVeil veil) {
        var veiled = new HashMap<String, String>();
        joined.forEach((path, answer) -> veiled.put(path, veil.over(answer)));
        var hidden = new LinkedHashMap<String, String>();
        answers.keySet().forEach(path -> hidden.put(path, Objects.equals(joined.get(stem(path)), veiled.get(stem(path)))
                ? veiled.get(path) : ShieldDesk.HIDDEN));
        return hidden;
    }

    private static String whole(Map<String, String> answers, String stem) {
        var whole = new StringBuilder();
        PARTS.forEach(part -> whole.append(answers.getOrDefault(stem + part, "")).append(' '));
        return whole.toString();
    }

    private static String stem(String path) {
        return path.substring(0, path.lastIndexOf('.') + 1);
    }
}
