package jp.yakuba.document.service.importing;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import jp.yakuba.document.model.filing.PlanWords;
import jp.yakuba.document.model.importing.ImportColumn;
import jp.yakuba.document.model.importing.ImportRow;
import jp.yakuba.kernel.Sha256;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The list of an import while it is read: a line at a time, however long it is. UTF-8, or Shift_JIS as spreadsheets in Japan write
 * it; empty lines are passed over and counted as lines.
 */
final class ImportList implements Closeable {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setIgnoreSurroundingSpaces(true).setIgnoreEmptyLines(false).get();
    private static final Charset SPREADSHEET = Charset.forName("windows-31j");

    private final LineReader text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> heads;

    /**
     * What a list is as a whole.
     *
     * @param sha256 of its bytes
     * @param lines how many lines stand below the heads
     * @param charset how it is written
     */
    record Shape(String sha256, int lines, Charset charset) {}

    /** The list as a whole cannot be taken; the problem is the end of a message key. */
    static final class Unreadable extends IOException {
        private static final long serialVersionUID = 1L;
        private final String problem;
        private final String detail;

        Unreadable(String problem, String detail) {
            super(problem);
            this.problem = problem;
            this.detail = detail;
        }

        String problem() {
            return problem;
        }

        String detail() {
            return detail;
        }
    }

    private ImportList(Reader reader) throws IOException {
        this.text = new LineReader(reader);
        this.parser = CSVParser.parse(text, FORMAT);
        this.records = parser.iterator();
        this.heads = heads();
    }

    /** Reads the whole list once to see what it is. */
    static Shape look(Documents documents) throws IOException {
        var digest = Sha256.begin();
        try (var bytes = new DigestInputStream(documents.list(), digest)) {
            return look(bytes, StandardCharsets.UTF_8, digest);
        } catch (CharacterCodingException notUtf8) {
            digest.reset();
            try (var again = new DigestInputStream(documents.list(), digest)) {
                return look(again, SPREADSHEET, digest);
            } catch (CharacterCodingException strange) {
                throw new Unreadable("charset", null);
            }
        }
    }

    private static Shape look(DigestInputStream bytes, Charset charset, MessageDigest digest) throws IOException {
        var list = new ImportList(reader(bytes, charset));
        int lines = 0;
        for (int last = 0; list.hasNext(); ) {
            last++;
            lines = isEmpty(list.next()) ? lines : last;
        }
        bytes.transferTo(OutputStream.nullOutputStream());
        return new Shape(HexFormat.of().formatHex(digest.digest()), lines, charset);
    }

    /** Opens the list below its heads. */
    static ImportList open(Documents documents, Shape shape) throws IOException {
        var reader = reader(documents.list(), shape.charset());
        try {
            return new ImportList(reader);
        } catch (IOException | RuntimeException unreadable) {
            reader.close();
            throw unreadable;
        }
    }

    private static Reader reader(InputStream bytes, Charset charset) {
        return new BufferedReader(new InputStreamReader(bytes, charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    private List<String> heads() throws IOException {
        var found = new ArrayList<String>();
        if (hasNext()) {
            next().forEach(head -> found.add(PlanWords.plain(head.replace("\uFEFF", ""))));
        }
        var missing = ImportColumn.missingIn(found);
        if (!missing.isEmpty()) {
            throw new Unreadable("heads", String.join("、", missing));
        }
        return found;
    }

    /** The next line, which stands in the list under the number; null if it is empty. */
    ImportRow next(int line, LocalDate today) throws IOException {
        var record = next();
        return isEmpty(record) ? null : ImportRow.read(line, cells(record), today);
    }

    private Map<ImportColumn, String> cells(CSVRecord record) {
        var cells = new EnumMap<ImportColumn, String>(ImportColumn.class);
        for (int at = 0; at < Math.min(heads.size(), record.size()); at++) {
            var cell = record.get(at);
            ImportColumn.under(heads.get(at)).ifPresent(column -> cells.put(column, withoutGuard(cell)));
        }
        return cells;
    }

    /** A cell that a spreadsheet would take for a formula was written with an apostrophe. */
    private static String withoutGuard(String cell) {
        return cell.matches("(?s)'[=+\\-@\\t\\r].*") ? cell.substring(1) : cell;
    }

    private static boolean isEmpty(CSVRecord record) {
        return record.stream().allMatch(String::isBlank);
    }

    private boolean hasNext() throws IOException {
        text.begin();
        try {
            return records.hasNext();
        } catch (UncheckedIOException | IllegalStateException broken) {
            throw problem(broken);
        }
    }

    private CSVRecord next() throws IOException {
        text.begin();
        try {
            return records.next();
        } catch (UncheckedIOException | IllegalStateException broken) {
            throw problem(broken);
        }
    }

    /** A quotation mark or a line that does not end, or bytes in another writing: the latter is tried anew by who reads. */
    private IOException problem(RuntimeException broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException other) {
                return other;
            }
        }
        return new Unreadable("csv", String.valueOf(parser.getCurrentLineNumber()));
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
