package jp.yakuba.document.service.importing;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jp.yakuba.document.model.importing.ImportRow;
import jp.yakuba.document.service.CheckedFile;

/** Lines that were read and whose files were checked; the files lie on local disk until this is closed. */
final class PreparedLines implements Closeable {
    private final List<Line> lines = new ArrayList<>();
    private int count;
    private long bytes;

    /** A line with its files, which are none if something is wrong with it or it is only looked at. */
    record Line(ImportRow row, List<CheckedFile> files) {}

    void add(Line line) {
        lines.add(line);
        count++;
        bytes += line.files().stream().mapToLong(file -> file.file().size()).sum();
    }

    void addEmpty() {
        count++;
    }

    /** The lines that say something. */
    List<Line> lines() {
        return lines;
    }

    /** How many lines of the list they are, empty ones too. */
    int count() {
        return count;
    }

    /** How large their files are together. */
    long bytes() {
        return bytes;
    }

    @Override
    public void close() throws IOException {
        for (var line : lines) {
            for (var file : line.files()) {
                file.close();
            }
        }
    }
}
