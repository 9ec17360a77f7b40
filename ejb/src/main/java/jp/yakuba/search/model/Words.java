package jp.yakuba.search.model;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import jp.yakuba.kernel.Folding;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.tokenattributes.BaseFormAttribute;
import org.apache.lucene.analysis.ja.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.ja.tokenattributes.ReadingAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * A text cut into words (形態素) by a Japanese dictionary, each in its base form; words without a meaning of their own
 * (助詞, 助動詞, 記号) are left out.
 */
public final class Words {
    private static final Set<String> EMPTY_KINDS = Set.of("助詞", "助動詞", "記号", "フィラー", "接続詞", "連体詞");
    private static final Set<String> EMPTY_WORDS =
            Set.of("する", "いる", "ある", "なる", "れる", "られる", "できる", "くる", "こと", "もの", "とき", "たい", "たち", "の");

    private Words() {}

    /** Words for the index: a compound (住民票) gives itself and its parts. */
    public static List<String> toIndex(String text) {
        return cut(text, false);
    }

    /** Words for a question: a compound gives its parts, all of which must be found. */
    public static List<String> toAsk(String text) {
        return cut(text, true);
    }

    /** How the whole text is read aloud, in hiragana; words the dictionary does not know stay as they are. */
    public static String readingOf(String text) {
        var reading = new StringBuilder();
        walk(Folding.fold(text), true, token -> reading.append(token.reading()));
        return Folding.hiragana(reading.toString());
    }

    private static List<String> cut(String text, boolean partsOnly) {
        var words = new ArrayList<String>();
        walk(Thesaurus.book().unite(Folding.fold(text)), partsOnly, token -> {
            var word = Folding.fold(token.base());
            if (!EMPTY_KINDS.contains(token.kind()) && !EMPTY_WORDS.contains(word) && !word.isBlank()) {
                words.add(word);
            }
        });
        return words;
    }

    private record Token(String surface, String base, String reading, String kind) {}

    private static void walk(String text, boolean partsOnly, Consumer<Token> visitor) {
        try (var tokenizer = new JapaneseTokenizer(null, true, partsOnly, JapaneseTokenizer.Mode.SEARCH)) {
            var surface = tokenizer.addAttribute(CharTermAttribute.class);
            var base = tokenizer.addAttribute(BaseFormAttribute.class);
            var reading = tokenizer.addAttribute(ReadingAttribute.class);
            var kind = tokenizer.addAttribute(PartOfSpeechAttribute.class);
            tokenizer.setReader(new StringReader(text));
            tokenizer.reset();
            while (tokenizer.incrementToken()) {
                var term = surface.toString();
                visitor.accept(new Token(
                        term, orElse(base.getBaseForm(), term), orElse(reading.getReading(), term), family(kind)));
            }
            tokenizer.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException("A string cannot be unreadable", impossible);
        }
    }

    private static String family(PartOfSpeechAttribute kind) {
        return orElse(kind.getPartOfSpeech(), "").split("-")[0];
    }

    private static String orElse(String found, String otherwise) {
        return found == null ? otherwise : found;
    }
}
