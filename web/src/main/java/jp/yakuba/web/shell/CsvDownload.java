package jp.yakuba.web.shell;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** A table handed out as a file for spreadsheets (CSV). */
public final class CsvDownload {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private CsvDownload() {}

    /**
     * Begins the file; whoever writes its rows goes on with what is given back. What comes with a mark of its own is begun by
     * {@link #named}.
     */
    public static Writer begin(HttpServletResponse response, String fileName) throws IOException {
        named(response, fileName);
        return response.getWriter().append(BYTE_ORDER_MARK);
    }

    /** The words of a cell; what a spreadsheet would take for a formula begins with an apostrophe. */
    public static String guarded(Object cell) {
        var text = cell == null ? "" : cell.toString();
        return text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    }

    /** Says what the answer is and under which name it is kept; the mark by which spreadsheets read Japanese is not written. */
    public static void named(HttpServletResponse response, String fileName) {
        Download.begin(response, "text/csv", fileName);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    }
}
