package jp.yakuba.town;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import org.postgresql.PGConnection;

/** Rows on their way into one table by COPY: gathered as text, sent a batch at a time. */
public final class CopyTable {
    private final String command;
    private final StringBuilder rows = new StringBuilder();
    private long sent;

    /** Rows for the columns of a table, columns separated by commas. */
    public CopyTable(String table, String columns) {
        this.command = "COPY " + table + " (" + columns + ") FROM STDIN";
    }

    /** Adds one row; a value may be null, bytes, or anything whose text is its value. */
    public void add(Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                rows.append('\t');
            }
            append(values[i]);
        }
        rows.append('\n');
    }

    /** Sends what is gathered. */
    public void send(Connection connection) throws SQLException, IOException {
        var bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        rows.setLength(0);
        sent += connection.unwrap(PGConnection.class).getCopyAPI().copyIn(command, new ByteArrayInputStream(bytes));
    }

    /** Rows that the table has taken. */
    public long sent() {
        return sent;
    }

    private void append(Object value) {
        if (value == null) {
            rows.append("\\N");
        } else if (value instanceof byte[] bytes) {
            rows.append("\\\\x").append(HexFormat.of().formatHex(bytes));
        } else {
            escape(value.toString());
        }
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            var sign = text.charAt(i);
            switch (sign) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                default -> rows.append(sign);
            }
        }
    }
}
