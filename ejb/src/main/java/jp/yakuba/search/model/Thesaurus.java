package jp.yakuba.search.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.yakuba.kernel.Folding;

/**
 * The word book of the counter (言い換え): spellings that are one word, and words that should find each other. Read from
 * {@code thesaurus.txt}: {@code 子供 = 子ども こども} unites spellings, {@code 引越 ~ 転入 転出} relates words.
 */
public final class Thesaurus {
    private static final String FILE = "/jp/yakuba/search/thesaurus.txt";
    private static final Thesaurus BOOK = read();

    private final Map<String, String> spellings;
    private final Map<String, Set<String>> relations;

    private Thesaurus(Map<String, String> spellings, Map<String, Set<String>> relations) {
        this.spellings = spellings;
        this.relations = relations;
    }

    /** The word book of the product. */
    public static Thesaurus book() {
        return BOOK;
    }

    /** The folded text with every spelling replaced by the leading one, long spellings first. */
    public String unite(String folded) {
        var text = folded;
        for (var spelling : spellings.entrySet()) {
            text = text.replace(spelling.getKey(), spelling.getValue());
        }
        return text;
    }

    /** Words that should be found when this one is asked for; without the word itself. */
    public Set<String> relatedTo(String word) {
        return relations.getOrDefault(word, Set.of());
    }

    private static Thesaurus read() {
        var spellings = new HashMap<String, String>();
        var relations = new HashMap<String, Set<String>>();
        try (var reader = new BufferedReader(
                new InputStreamReader(Thesaurus.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
            reader.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).forEach(line -> {
                var words = new ArrayList<>(List.of(line.split("\\s+")));
                var sign = words.remove(1);
                if (sign.equals("=")) {
                    words.stream().skip(1).forEach(word -> spellings.put(Folding.fold(word), Folding.fold(words.get(0))));
                } else {
                    relate(words, relations);
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Thesaurus(longestFirst(spellings), relations);
    }

    private static void relate(List<String> words, Map<String, Set<String>> relations) {
        var folded = words.stream().map(Folding::fold).toList();
        for (String word : folded) {
            var others = relations.computeIfAbsent(word, key -> new LinkedHashSet<>());
            folded.stream().filter(other -> !other.equals(word)).forEach(others::add);
        }
    }

    private static Map<String, String> longestFirst(Map<String, String> spellings) {
        var sorted = new LinkedHashMap<String, String>();
        var keys = spellings.keySet().toArray(String[]::new);
        Arrays.sort(keys, Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        Arrays.stream(keys).forEach(key -> sorted.put(key, spellings.get(key)));
        return sorted;
    }
}
