package jp.yakuba.resident.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /** True for a part of an address that the veil hides as a whole. */
    public static boolean isHidden(String path, Map<String, String> joined, AddressVeil veil) {
        var whole = joined.get(stem(path));
        return whole != null && !whole.equals(veil.over(whole));
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
