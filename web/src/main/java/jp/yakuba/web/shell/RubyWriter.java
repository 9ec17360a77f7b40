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
 */
final class RubyWriter extends FilterWriter {
    private static final Set<String> PLAIN = Set.of("title", "option", "textarea", "script", "style");

    private final StringBuilder tag = new StringBuilder();
    private final StringBuilder run = new StringBuilder();
    private boolean inTag;
    private boolean inReading;
    private boolean isRead;
    private String plain;

    RubyWriter(Writer out) {
        super(out);
    }

    @Override
    public void write(int one) throws IOException {
        var letter = (char) one;
        switch (letter) {
            case Furigana.WORD -> mark("<ruby>");
            case Furigana.READING -> {
                inReading = isMuted();
                mark("<rp>（</rp><rt>");
            }
            case Furigana.END -> {
                inReading = false;
                mark("</rt><rp>）</rp></ruby>");
            }
            default -> {
                if (!inReading) {
                    writeLetter(letter);
                }
            }
        }
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
