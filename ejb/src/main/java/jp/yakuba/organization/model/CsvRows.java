package jp.yakuba.organization.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads and writes values divided by commas (RFC 4180), so that each row knows the line of the file where it begins. */
final class CsvRows {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String text;
    private final List<Row> rows = new ArrayList<>();
    private final StringBuilder value = new StringBuilder();
    private List<String> values = new ArrayList<>();
    private int line = 1;
    private int began = 1;

    /** A row and the line where it begins. */
    record Row(int line, List<String> values) {}

    private CsvRows(String text) {
        this.text = text;
    }

    /** The rows of a file; empty lines are none. */
    static List<Row> of(String csv) {
        var reader = new CsvRows(csv.isEmpty() || csv.charAt(0) != BYTE_ORDER_MARK ? csv : csv.substring(1));
        reader.read();
        return reader.rows;
    }

    private void read() {
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            line += sign == '\n' ? 1 : 0;
            if (quoted && sign == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                value.append('"');
                at++;
            } else if (sign == '"') {
                quoted = !quoted;
            } else if (quoted) {
                value.append(sign);
            } else if (sign == ',') {
                endValue();
            } else if (sign == '\n') {
                endRow();
            } else if (sign != '\r') {
                value.append(sign);
            }
        }
        endRow();
    }

    private void endValue() {
        values.add(value.toString());
        value.setLength(0);
    }

    private void endRow() {
        endValue();
        if (values.size() > 1 || !values.get(0).isBlank()) {
            rows.add(new Row(began, List.copyOf(values)));
        }
        values = new ArrayList<>();
        began = line;
    }

    /** The rows as a file. */
    static String write(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(CsvRows::quoted).collect(Collectors.joining(",", "", "\r\n")))
                .collect(Collectors.joining());
    }

    private static String quoted(String value) {
        return value.matches("(?s).*[\",\r\n].*") ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
