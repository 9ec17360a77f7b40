package jp.yakuba.application.model;

import java.util.LinkedHashMap;
import java.util.Map;

/** Answers to the questions of forms: path to text. */
public record Answers(Map<String, String> byPath) {
    public Answers {
        byPath = Map.copyOf(byPath);
    }

    /** These answers with those of {@code newer} in place of their own. */
    public Answers with(Map<String, String> newer) {
        var merged = new LinkedHashMap<>(byPath);
        merged.putAll(newer);
        return new Answers(merged);
    }

    /** The answer at the path; an empty text if there is none. */
    public String at(String path) {
        return byPath.getOrDefault(path, "");
    }
}
