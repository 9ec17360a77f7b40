package jp.yakuba.web.office;

import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A small text file that a member of staff brings along. */
public final class TextFile {
    private static final int LARGEST = 1_048_576;

    private TextFile() {}

    /** What the file says; only its first megabyte is read, for a definition is never longer. */
    public static String read(Part file) throws IOException {
        try (var in = file.getInputStream()) {
            return new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
        }
    }
}
