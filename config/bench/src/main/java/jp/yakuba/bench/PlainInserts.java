package jp.yakuba.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * The reference for a submission: the rows that one submission left, inserted again and again under new keys, straight into
 * PostgreSQL. They go into copies of the tables with all their indexes and checks, so that nothing in the office begins to
 * work on them.
 */
final class PlainInserts {
    private static final Pattern RECEIPT = Pattern.compile("\\d{4}-\\d{4}-\\d{5,}-\\d");
    private static final String COUNTED = "sequence";
    private static final String OWN = "a.bundle_id = ?::uuid";

    /** Tables in the order of writing, each with the condition by which the rows of a sitting are found. */
    private static final Map<String, String> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("apl_bundle", "t.id = ?::uuid");
        TABLES.put("apl_application", "t.bundle_id = ?::uuid");
        TABLES.put("doc_record", "t.cause_id IN (SELECT a.id FROM yakuba.apl_application a WHERE " + OWN + ")");
        TABLES.put("apl_core_message", "t.application_id IN (SELECT a.id FROM yakuba.apl_application a WHERE " + OWN + ")");
        TABLES.put("msg_outbox", "t.id IN (SELECT c.id FROM yakuba.apl_core_message c JOIN yakuba.apl_application a"
                + " ON a.id = c.application_id WHERE " + OWN + ")");
        TABLES.put("apl_history", "(t.xmin::text, t.application_id) IN (SELECT d.xmin::text, a.id FROM yakuba.doc_record d"
                + " JOIN yakuba.apl_application a ON a.id = d.cause_id WHERE " + OWN + ")");
        TABLES.put("ntf_notice", "t.once_key LIKE 'bundle:' || ? || ':%'");
        TABLES.put("ntf_delivery", "t.notice_id IN (SELECT n.id FROM yakuba.ntf_notice n"
                + " WHERE n.once_key LIKE 'bundle:' || ? || ':%')");
        TABLES.put("aud_entry", "t.xmin::text IN (SELECT d.xmin::text FROM yakuba.doc_record d"
                + " JOIN yakuba.apl_application a ON a.id = d.cause_id WHERE " + OWN + ")");
    }

    private final DataSource owner;
    private final List<Table> tables;
    private final List<String> keys;
    private final AtomicLong number = new AtomicLong(System.currentTimeMillis());

    private record Table(String name, String insert, List<List<String>> rows) {}

    private PlainInserts(DataSource owner, List<Table> tables, List<String> keys) {
        this.owner = owner;
        this.tables = tables;
        this.keys = keys;
    }

    /** The inserts of the sitting with the id of the bundle. */
    static PlainInserts of(DataSource owner, String bundle) throws SQLException {
        var tables = new ArrayList<Table>();
        var keys = new ArrayList<String>();
        try (var connection = owner.getConnection(); var statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS bench CASCADE");
            statement.execute("CREATE SCHEMA bench");
            for (var table : TABLES.entrySet()) {
                statement.execute(copy(table.getKey()));
                tables.add(read(connection, table.getKey(), table.getValue(), bundle, keys));
            }
            statement.execute(copy("aud_unsealed"));
            var entries = tables.get(tables.size() - 1).rows();
            tables.add(new Table("aud_unsealed", "INSERT INTO bench.aud_unsealed VALUES (?::uuid)",
                    entries.stream().map(row -> List.of(row.get(0))).toList()));
        }
        return new PlainInserts(owner, tables, keys);
    }

    private static String copy(String table) {
        return "CREATE TABLE bench." + table + " (LIKE yakuba." + table + " INCLUDING ALL)";
    }

    private static Table read(Connection connection, String table, String condition, String bundle, List<String> keys)
            throws SQLException {
        var columns = columnsOf(connection, table);
        var names = String.join(", ", columns.keySet());
        List<List<String>> rows = new ArrayList<>();
        try (var query = connection.prepareStatement("SELECT " + columns.keySet().stream().map(name -> "t." + name + "::text")
                .collect(Collectors.joining(", ")) + " FROM yakuba." + table + " t WHERE " + condition)) {
            query.setString(1, bundle);
            try (var found = query.executeQuery()) {
                while (found.next()) {
                    var row = new ArrayList<String>();
                    for (int column = 1; column <= columns.size(); column++) {
                        row.add(found.getString(column));
                    }
                    rows.add(row);
                }
            }
        }
        if (rows.isEmpty()) {
            throw new IllegalStateException("The submission left no row in " + table);
        }
        var all = List.copyOf(columns.keySet());
        if (all.contains(COUNTED)) {
            rows.forEach(row -> row.set(all.indexOf(COUNTED), COUNTED));
        }
        rows.forEach(row -> IntStream.range(0, all.size())
                .filter(at -> all.get(at).equals("id") || all.get(at).equals("draft_id"))
                .forEach(at -> keys.add(row.get(at))));
        var insert = "INSERT INTO bench." + table + " (" + names + ") VALUES (" + columns.values().stream()
                .map(type -> "?::" + type).collect(Collectors.joining(", ")) + ")";
        return new Table(table, insert, rows);
    }

    /** Names and types of the columns that an insert gives. */
    private static Map<String, String> columnsOf(Connection connection, String table) throws SQLException {
        try (var query = connection.prepareStatement("""
                SELECT a.attname, format_type(a.atttypid, a.atttypmod) FROM pg_attribute a
                WHERE a.attrelid = ('yakuba.' || ?)::regclass AND a.attnum > 0 AND NOT a.attisdropped
                AND a.attidentity = '' AND a.attgenerated = '' ORDER BY a.attnum
                """)) {
            query.setString(1, table);
            var columns = new LinkedHashMap<String, String>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    columns.put(rows.getString(1), rows.getString(2));
                }
            }
            return columns;
        }
    }

    /** How many rows one of them inserts. */
    int rows() {
        return tables.stream().mapToInt(table -> table.rows().size()).sum();
    }

    /** A client's work: all the rows in one transaction on a connection of its own, committed to the disk. */
    Work work(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        return () -> {
            try {
                insertAll(connection);
                connection.commit();
            } catch (SQLException refused) {
                connection.rollback();
                throw refused;
            }
        };
    }

    /** A connection for a client. */
    Connection connect() throws SQLException {
        return owner.getConnection();
    }

    private void insertAll(Connection connection) throws SQLException {
        var fresh = new HashMap<String, String>();
        keys.forEach(key -> fresh.put(key, UUID.randomUUID().toString()));
        var counted = String.valueOf(number.incrementAndGet());
        for (var table : tables) {
            try (var insert = connection.prepareStatement(table.insert())) {
                for (var row : table.rows()) {
                    for (int column = 0; column < row.size(); column++) {
                        insert.setString(column + 1, renewed(row.get(column), fresh, counted));
                    }
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
    }

    private static String renewed(String value, Map<String, String> fresh, String counted) {
        if (value == null || value.equals(COUNTED)) {
            return value == null ? null : counted;
        }
        var text = value;
        for (var key : fresh.entrySet()) {
            text = text.replace(key.getKey(), key.getValue());
        }
        return RECEIPT.matcher(text).replaceAll("2026-1121-" + counted + "-0");
    }

    /** Takes the copies of the tables away. */
    void clear() throws SQLException {
        try (var connection = owner.getConnection(); var statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS bench CASCADE");
        }
    }
}
