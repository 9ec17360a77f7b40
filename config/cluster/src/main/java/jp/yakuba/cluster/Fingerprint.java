package jp.yakuba.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a database holds at one moment: for each table the number of its rows and a sum over them that changes with any sign of any row,
 * whatever their order; and the kept files whose bytes do not give the hash they are kept under.
 *
 * @param tables name of each table with its contents
 * @param files how many files were read
 * @param brokenFiles hashes of files whose bytes give another one
 */
record Fingerprint(Map<String, Contents> tables, long files, List<String> brokenFiles) {
    /** Rows of one table and their sum. */
    record Contents(long rows, BigDecimal sum) {}

    private static final int ROWS_AT_ONCE = 16;

    /** Reads everything through the connection, whose transaction must be one that sees a single moment. */
    static Fingerprint of(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            // the text of a row must not depend on who asks
            statement.execute("SET timezone = 'UTC'; SET datestyle = 'ISO'; SET bytea_output = 'hex'; SET extra_float_digits = 1");
        }
        var tables = new TreeMap<String, Contents>();
        for (var table : tables(connection)) {
            tables.put(table, contents(connection, table));
        }
        var broken = new ArrayList<String>();
        var files = tables.containsKey("yakuba.doc_file") ? readFiles(connection, broken) : 0;
        return new Fingerprint(tables, files, broken);
    }

    /** Every table of the office, and those of trials. */
    static List<String> tables(Connection connection) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("SELECT format('%I.%I', schemaname, tablename)"
                + " FROM pg_tables WHERE schemaname IN ('yakuba', 'trial') ORDER BY 1")) {
            var tables = new ArrayList<String>();
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
            return tables;
        }
    }

    private static Contents contents(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(
                "SELECT count(*), coalesce(sum(('x' || left(md5(t::text), 16))::bit(64)::bigint::numeric), 0) FROM " + table + " t")) {
            rows.next();
            return new Contents(rows.getLong(1), rows.getBigDecimal(2));
        }
    }

    /** Puts the parts of each file together again, a few at a time, for a file may be as large as a film. */
    private static long readFiles(Connection connection, List<String> broken) throws SQLException {
        long files = 0;
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(ROWS_AT_ONCE);
            try (var rows = statement.executeQuery("SELECT sha256, -1 AS number, content FROM yakuba.doc_file"
                    + " WHERE content IS NOT NULL UNION ALL SELECT sha256, number, content FROM yakuba.doc_file_chunk ORDER BY sha256, number")) {
                String name = null;
                MessageDigest digest = null;
                while (rows.next()) {
                    if (!rows.getString(1).equals(name)) {
                        files++;
                        judge(name, digest, broken);
                        name = rows.getString(1);
                        digest = MessageDigest.getInstance("SHA-256");
                    }
                    add(rows.getBinaryStream(3), digest);
                }
                judge(name, digest, broken);
            }
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
        return files;
    }

    private static void add(InputStream content, MessageDigest digest) throws SQLException {
        try (content) {
            digest.update(content.readAllBytes());
        } catch (IOException broken) {
            throw new SQLException(broken);
        }
    }

    private static void judge(String name, MessageDigest digest, List<String> broken) {
        if (name != null && !HexFormat.of().formatHex(digest.digest()).equals(name)) {
            broken.add(name);
        }
    }

    /** The number of all rows. */
    long rows() {
        return tables.values().stream().mapToLong(Contents::rows).sum();
    }

    /** What differs here from the other one, a sentence for each table. */
    List<String> differencesFrom(Fingerprint other) {
        var names = new java.util.TreeSet<>(tables.keySet());
        names.addAll(other.tables.keySet());
        return names.stream().filter(name -> !java.util.Objects.equals(tables.get(name), other.tables.get(name)))
                .map(name -> name + ": " + said(tables.get(name)) + " instead of " + said(other.tables.get(name))).toList();
    }

    private static String said(Contents contents) {
        return contents == null ? "no table" : contents.rows() + " rows (" + contents.sum() + ")";
    }
}
