package jp.yakuba.document.model.search;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words as they were asked for, each folded: all of them must be found, in one field or in several. */
public final class Question {
    private static final int LONGEST = 200;
    private static final int MOST_WORDS = 10;

    private final List<String> words;

    private Question(List<String> words) {
        this.words = words;
    }

    /** The question behind what was typed; blanks of every width divide words. */
    public static Question of(String typed) {
        var text = typed == null ? "" : typed.substring(0, Math.min(LONGEST, typed.length()));
        return new Question(Stream.of(text.split("[\\s\\p{Z}]+"))
                .map(word -> FoldedText.of(word).signs()).filter(word -> !word.isEmpty()).distinct().limit(MOST_WORDS).toList());
    }

    /** True if no word is left. */
    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** The folded words. */
    public List<String> words() {
        return words;
    }

    /** The question to the index ({@code tsquery}): every pair of every word, for a single sign whatever begins with it. */
    public String asked() {
        return words.stream().flatMap(word -> pairs(word).stream()).distinct().collect(Collectors.joining(" & "));
    }

    private static Set<String> pairs(String word) {
        if (word.codePointCount(0, word.length()) == 1) {
            return Set.of(quoted(word) + ":*");
        }
        var pairs = Bigrams.of(List.of(word));
        pairs.remove(word.substring(word.offsetByCodePoints(word.length(), -1))); // in a text something may follow the last sign
        return pairs.stream().map(Question::quoted).collect(Collectors.toSet());
    }

    private static String quoted(String pair) {
        return "'" + pair.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /** True if each word stands in one of the texts: the pairs alone may stand apart. */
    public boolean isFoundIn(List<FoldedText> texts) {
        var signs = texts.stream().map(FoldedText::signs).toList();
        return words.stream().allMatch(word -> signs.stream().anyMatch(text -> text.contains(word)));
    }
}
