package jp.yakuba.document.service.importing;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** A text of lines of which none may be without end: a quotation mark that was forgotten, or zeros that an archive makes of nothing, fill no memory. */
final class LineReader extends FilterReader {
    /** More than a hundred files with their paths take. */
    static final int LONGEST = 1_000_000;

    private long left = LONGEST;

    LineReader(Reader text) {
        super(text);
    }

    /** A line begins. */
    void begin() {
        left = LONGEST;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        spend(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        spend(Math.max(0, read));
        return read;
    }

    private void spend(int signs) throws IOException {
        left -= signs;
        if (left < 0) {
            throw new IOException("A line is longer than " + LONGEST + " signs");
        }
    }
}
