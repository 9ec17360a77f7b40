package jp.yakuba.web.shell;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Set;

/**
 * Writes a page in which words carry readings ({@link Furigana}): above the word where a reader sees it, nothing where
 * markup has no place, in attributes, titles and lists of choices. A run of text with readings stays one piece in an
 * element of its own, so that boxes which set their pieces apart do not set its words apart.
 *
 * <p>Only a word that has its reading in kana and its end is written so. Marks that stand alone come from somebody else's text
 * and are left out; what stands between them is written as it is.
 */
final class RubyWriter extends FilterWriter {
    private static final int LONGEST = 60;
    private static final Set<String> PLAIN = Set.of("title", "option", "textarea", "script", "style");

    private final StringBuilder tag = new StringBuilder();
    private final StringBuilder run = new StringBuilder();
    private StringBuilder word;
    private StringBuilder reading;
    private boolean inTag;
    private boolean isRead;
    private String plain;

    RubyWriter(Writer out) {
        super(out);
    }

    @Override
    public void write(int one) throws IOException {
        var letter = (char) one;
        if (letter == Furigana.WORD) {
            giveUp();
            word = new StringBuilder();
        } else if (letter == Furigana.READING && word != null && reading == null) {
            reading = new StringBuilder();
        } else if (letter == Furigana.END && reading != null) {
            writeRead();
        } else if (letter == Furigana.READING || letter == Furigana.END) {
            giveUp();
        } else if (word == null) {
            writeLetter(letter);
        } else {
            hold(letter);
        }
    }

    /** Keeps a letter until it is known whether its word has a reading; markup and anything endless has none. */
    private void hold(char letter) throws IOException {
        if (letter == '<' || letter == '>' || word.length() + (reading == null ? 0 : reading.length()) > LONGEST || reading != null && !isKana(letter)) {
            giveUp();
            writeLetter(letter);
        } else {
            (reading == null ? word : reading).append(letter);
        }
    }

    private static boolean isKana(char letter) {
        var block = Character.UnicodeBlock.of(letter);
        return block == Character.UnicodeBlock.HIRAGANA || block == Character.UnicodeBlock.KATAKANA;
    }

    private void writeRead() throws IOException {
        var shown = word.toString();
        var read = reading.toString();
        forget();
        mark("<ruby>");
        for (var letter : shown.toCharArray()) {
            writeLetter(letter);
        }
        mark("<rp>（</rp><rt>" + read + "</rt><rp>）</rp></ruby>");
    }

    /** It was no word with a reading: its letters are written without the marks. */
    private void giveUp() throws IOException {
        if (word == null) {
            return;
        }
        var letters = word.append(reading == null ? "" : reading).toString();
        forget();
        for (var letter : letters.toCharArray()) {
            writeLetter(letter);
        }
    }

    private void forget() {
        word = null;
        reading = null;
    }

    private void writeLetter(char letter) throws IOException {
        if (letter == '<' && !inTag) {
            writeRun();
        }
        if (inTag || letter == '<') {
            out.write(letter);
        } else {
            run.append(letter);
        }
        follow(letter);
    }

    private void writeRun() throws IOException {
        out.write(isRead ? "<y-r>" + run + "</y-r>" : run.toString());
        run.setLength(0);
        isRead = false;
    }

    @Override
    public void flush() throws IOException {
        writeRun();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        giveUp();
        writeRun();
        out.close();
    }

    @Override
    public void write(char[] letters, int from, int length) throws IOException {
        for (var at = from; at < from + length; at++) {
            write(letters[at]);
        }
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        for (var at = from; at < from + length; at++) {
            write(text.charAt(at));
        }
    }

    private void mark(String markup) {
        if (!isMuted()) {
            run.append(markup);
            isRead = true;
        }
    }

    private boolean isMuted() {
        return inTag || plain != null;
    }

    /** Keeps account of where in the markup the page is. */
    private void follow(char letter) {
        if (letter == '<') {
            inTag = true;
            tag.setLength(0);
        } else if (letter == '>' && inTag) {
            inTag = false;
            enter(tag.toString());
        } else if (inTag && tag.length() < 12) {
            tag.append(letter);
        }
    }

    private void enter(String written) {
        var name = written.split("[\\s/]", 2)[0].toLowerCase(Locale.ROOT);
        if (plain != null && written.toLowerCase(Locale.ROOT).startsWith("/" + plain)) {
            plain = null;
        } else if (plain == null && PLAIN.contains(name)) {
            plain = name;
        }
    }
}
