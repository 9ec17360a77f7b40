package jp.yakuba.organization.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;

/** Reads and writes values divided by commas (RFC 4180), so that each row knows the line of the file where it begins. */
final class CsvRows {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    /** Empty lines are counted, and what stands after a closing quote is kept: whoever wrote it is told where. */
    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder()
            .setIgnoreEmptyLines(false).setTrailingData(true).setLenientEof(true).get();

    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r]");

    private CsvRows() {}

    /** A row and the line where it begins. */
    record Row(int line, List<String> values) {}

    /** The rows of a file; empty lines are none. */
    static List<Row> of(String csv) {
        var text = csv.startsWith(BYTE_ORDER_MARK) ? csv.substring(BYTE_ORDER_MARK.length()) : csv;
        var rows = new ArrayList<Row>();
        try (var parser = CSVParser.parse(text, FORMAT)) {
            var records = parser.iterator();
            for (var line = 1L; records.hasNext(); line = parser.getCurrentLineNumber() + 1) {
                var values = records.next().toList().stream().map(CsvRows::bare).toList();
                if (values.size() > 1 || !values.get(0).isBlank()) {
                    rows.add(new Row((int) line, values));
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("A string cannot be unreadable", impossible);
        }
        return rows;
    }

    /** A cell that a spreadsheet would take for a formula begins with an apostrophe. */
    private static String guarded(String cell) {
        return cell != null && FORMULA.matcher(cell).find() ? "'" + cell : cell;
    }

    /** The cell without the apostrophe that guards it. */
    private static String bare(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell.substring(1)).find() ? cell.substring(1) : cell;
    }

    /** The rows as a file. */
    static String write(List<List<String>> rows) {
        var file = new StringBuilder();
        try (var printer = new CSVPrinter(file, FORMAT)) {
            for (var row : rows) {
                printer.printRecord(row.stream().map(CsvRows::guarded).toList());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("A string takes every letter", impossible);
        }
        return file.toString();
    }
}
