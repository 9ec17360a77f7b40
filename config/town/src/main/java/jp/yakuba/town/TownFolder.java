package jp.yakuba.town;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The folder of one town's configuration, and of what all towns share; read once, at the opening. */
public final class TownFolder {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).setNullString("").get();

    private final String code;
    private final Properties facts = new Properties();

    private TownFolder(String code) {
        this.code = code;
        try (var reader = new InputStreamReader(open(code + "/town.properties"), StandardCharsets.UTF_8)) {
            facts.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The folder of the town with the code. */
    public static TownFolder of(String code) {
        if (!code.matches("[0-9]{6}") || TownFolder.class.getResource("/town/" + code + "/town.properties") == null) {
            throw new IllegalStateException("There is no configuration for a town " + code);
        }
        return new TownFolder(code);
    }

    /** A fact of the town by its key. */
    public String get(String key) {
        var value = facts.getProperty(key);
        if (value == null) {
            throw new IllegalStateException("town.properties of " + code + " says nothing of " + key);
        }
        return value;
    }

    /** A fact that is a number. */
    public int number(String key) {
        return Integer.parseInt(get(key));
    }

    /** A fact that is a decimal number. */
    public double decimal(String key) {
        return Double.parseDouble(get(key));
    }

    /** The day on which the sample's ledger stands. */
    public LocalDate asOf() {
        return LocalDate.parse(get("as_of"));
    }

    /** The rows of a table of this town; an empty cell is null. */
    public List<CSVRecord> rows(String table) {
        return read(code + "/" + table + ".csv");
    }

    /** The rows of a table that all towns share. */
    public static List<CSVRecord> shared(String table) {
        return read(table + ".csv");
    }

    static InputStream open(String path) throws IOException {
        var stream = TownFolder.class.getResourceAsStream("/town/" + path);
        if (stream == null) {
            throw new IOException("Missing in the town's files: " + path);
        }
        return stream;
    }

    private static List<CSVRecord> read(String path) {
        try (var reader = new InputStreamReader(open(path), StandardCharsets.UTF_8); var parser = FORMAT.parse(reader)) {
            return parser.getRecords();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
