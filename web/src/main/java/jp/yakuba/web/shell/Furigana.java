package jp.yakuba.web.shell;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.JapaneseTokenizer.Mode;
import org.apache.lucene.analysis.ja.dict.UserDictionary;
import org.apache.lucene.analysis.ja.tokenattributes.ReadingAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Readings above the kanji of easy Japanese (ふりがな). Words keep their reading beside them, between the marks that Unicode
 * has for it, until {@link RubyWriter} writes them into the page. Only texts of the office are read, never what people
 * wrote: nobody but they themselves knows how their names are read.
 */
public final class Furigana {
    /** Before a word with a reading. */
    static final char WORD = '\uFFF9';

    /** Between word and reading. */
    static final char READING = '\uFFFA';

    /** After the reading. */
    static final char END = '\uFFFB';

    private static final int MOST = 20_000;
    private static final int KANA_STEP = 'ア' - 'あ';
    private static final Map<String, String> COUNTED = Map.of("月", "がつ", "日", "にち", "年", "ねん");
    private static final Pattern TOLD =
            Pattern.compile("([\\p{IsHan}々]+)[(（]([ぁ-ゖー]+)[)）]|(?<=[0-9０-９}])([月日年])(?![\\p{IsHan}ぁ-ん])");
    private static final UserDictionary OURS = ours();
    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

    private Furigana() {}

    /** The text with a reading for each of its words that has kanji. */
    public static String over(String text) {
        if (text == null || text.length() < 2 || text.indexOf(WORD) >= 0 || text.chars().noneMatch(Furigana::isKanji)) {
            return text;
        }
        if (KNOWN.size() > MOST) {
            KNOWN.clear();
        }
        return KNOWN.computeIfAbsent(text, Furigana::read);
    }

    /** What the text itself says comes first, then counted days and months, then the dictionary. */
    private static String read(String text) {
        var out = new StringBuilder(text.length() * 2);
        var told = TOLD.matcher(text);
        var at = 0;
        while (told.find()) {
            look(out, text.substring(at, told.start()));
            var counted = told.group(3) != null;
            out.append(WORD).append(told.group(counted ? 3 : 1)).append(READING)
                    .append(counted ? COUNTED.get(told.group(3)) : told.group(2)).append(END);
            at = told.end();
        }
        look(out, text.substring(at));
        return out.toString();
    }

    private static void look(StringBuilder out, String text) {
        if (text.isEmpty()) {
            return;
        }
        var at = 0;
        try (var words = new JapaneseTokenizer(OURS, false, true, Mode.NORMAL)) {
            words.setReader(new StringReader(text));
            var surface = words.addAttribute(CharTermAttribute.class);
            var reading = words.addAttribute(ReadingAttribute.class);
            var place = words.addAttribute(OffsetAttribute.class);
            words.reset();
            while (words.incrementToken()) {
                out.append(text, at, place.startOffset());
                write(out, surface.toString(), reading.getReading());
                at = place.endOffset();
            }
            words.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException("A text in memory can be read", impossible);
        }
        out.append(text, at, text.length());
    }

    /** Writes one word; kana that word and reading have in common, before and behind, carry no reading. */
    private static void write(StringBuilder out, String word, String katakana) {
        if (katakana == null || word.chars().noneMatch(Furigana::isKanji)) {
            out.append(word);
            return;
        }
        var reading = hiragana(katakana);
        var kana = hiragana(word);
        var head = 0;
        while (head < word.length() && head < reading.length() && !isKanji(word.charAt(head)) && kana.charAt(head) == reading.charAt(head)) {
            head++;
        }
        var tail = 0;
        while (tail < word.length() - head && tail < reading.length() - head && !isKanji(word.charAt(word.length() - 1 - tail))
                && kana.charAt(word.length() - 1 - tail) == reading.charAt(reading.length() - 1 - tail)) {
            tail++;
        }
        out.append(word, 0, head)
                .append(WORD).append(word, head, word.length() - tail)
                .append(READING).append(reading, head, reading.length() - tail).append(END)
                .append(word, word.length() - tail, word.length());
    }

    private static boolean isKanji(int letter) {
        return Character.UnicodeScript.of(letter) == Character.UnicodeScript.HAN;
    }

    private static String hiragana(String text) {
        var out = new StringBuilder(text);
        for (var index = 0; index < out.length(); index++) {
            var letter = out.charAt(index);
            if (letter >= 'ァ' && letter <= 'ヶ') {
                out.setCharAt(index, (char) (letter - KANA_STEP));
            }
        }
        return out.toString();
    }

    /** Words that a dictionary reads otherwise than this office says them. */
    private static UserDictionary ours() {
        try (Reader in = new InputStreamReader(Furigana.class.getResourceAsStream("furigana.csv"), StandardCharsets.UTF_8)) {
            return UserDictionary.open(in);
        } catch (IOException missing) {
            throw new UncheckedIOException("The office's own readings are not there", missing);
        }
    }
}
