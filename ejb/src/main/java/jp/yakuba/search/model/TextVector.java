package jp.yakuba.search.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.yakuba.kernel.Folding;
import jp.yakuba.search.api.IndexEntry;

/** What PostgreSQL keeps and is asked: words as a weighted {@code tsvector}, a question as a {@code tsquery}. */
public final class TextVector {
    private static final int LAST_POSITION = 16_383;
    private static final int SHORTEST_BEGINNING = 2;

    private TextVector() {}

    /** The words of an entry with their places: title weighs A, keywords B, the body D. */
    public static String of(IndexEntry entry) {
        var lexemes = new ArrayList<String>();
        place(entry.title(), 'A', lexemes);
        place(entry.keywords(), 'B', lexemes);
        place(entry.body(), 'D', lexemes);
        return String.join(" ", lexemes);
    }

    /** Title and keywords as people may type a part of them: folded, and as they are read. */
    public static String fragmentOf(IndexEntry entry) {
        return Stream.of(entry.title(), entry.keywords())
                .filter(text -> text != null && !text.isBlank())
                .flatMap(text -> Stream.of(fragment(text), Words.readingOf(text)))
                .collect(Collectors.joining(" "));
    }

    /** Text in the form in which fragments are kept. */
    public static String fragment(String text) {
        return Folding.hiragana(Folding.fold(text));
    }

    /** The question that all words be there, as typed; empty if no word is left. */
    public static String question(String typed) {
        return ask(Words.toAsk(typed), false);
    }

    /** The same with related words allowed in the place of each; empty if no word is left. */
    public static String wideQuestion(String typed) {
        return ask(Words.toAsk(typed), true);
    }

    private static String ask(List<String> words, boolean wide) {
        return words.stream().distinct()
                .map(word -> "(" + choices(word, wide).map(TextVector::beginning).collect(Collectors.joining(" | ")) + ")")
                .collect(Collectors.joining(" & "));
    }

    private static Stream<String> choices(String word, boolean wide) {
        var all = new LinkedHashSet<String>();
        all.add(quoted(word));
        if (wide) {
            Thesaurus.book().relatedTo(word).forEach(other -> all.add(Words.toAsk(other).stream()
                    .map(TextVector::quoted).collect(Collectors.joining(" & ", "(", ")"))));
        }
        return all.stream();
    }

    private static String beginning(String lexeme) {
        boolean single = !lexeme.startsWith("(");
        return single && lexeme.length() - 2 >= SHORTEST_BEGINNING ? lexeme + ":*" : lexeme;
    }

    private static void place(String text, char weight, List<String> lexemes) {
        if (text == null) {
            return;
        }
        for (String word : Words.toIndex(text)) {
            lexemes.add(quoted(word) + ":" + Math.min(lexemes.size() + 1, LAST_POSITION) + weight);
        }
    }

    private static String quoted(String word) {
        return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
