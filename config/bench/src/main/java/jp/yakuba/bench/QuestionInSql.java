package jp.yakuba.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.yakuba.document.api.RecordQuery;
import jp.yakuba.document.model.search.FoldedText;
import jp.yakuba.document.model.search.Question;
import jp.yakuba.document.store.record.Reader;
import jp.yakuba.document.store.record.Sought;

/**
 * The search itself, without the page: the very statement of the office with rights in it, the texts of a page of records, and the words
 * compared once more. What the office does beside, hiding addresses and keeping the audit log, is in the page only.
 */
final class QuestionInSql implements AutoCloseable {
    private static final int PART = 21;
    private static final int MOST_PARTS = 40;
    private static final Pattern NAMED = Pattern.compile("(?<![:\\w]):(\\w+)");
    private static final String TEXTS = """
            SELECT x.record_id, x.name, t.text FROM doc_record_file x LEFT JOIN doc_text t ON t.sha256 = x.sha256
            WHERE x.record_id = ANY (?) ORDER BY x.record_id, x.position
            """;
    private static final Reader EVERYTHING = new Reader(new UUID(0, 1), List.of(), true);

    private final Connection connection;
    private final PreparedStatement plannedOnce;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    QuestionInSql(Connection connection) throws SQLException {
        this.connection = connection;
        try (var statement = connection.createStatement()) {
            statement.execute("SET search_path TO yakuba, public");
        }
        connection.setAutoCommit(false);
        plannedOnce = connection.prepareStatement(Sought.PLANNED_ONCE);
    }

    /** A line as the index named it, with everything by which it may be found. */
    private record Line(UUID id, List<String> texts) {}

    /** Numbers of the latest documents that hold every word, twenty at most. */
    List<Integer> find(Wanted wanted) throws SQLException {
        var question = Question.of(wanted.typed());
        var found = new ArrayList<Integer>();
        UUID behind = null;
        for (int part = 0; part < MOST_PARTS; part++) {
            var lines = lines(question, behind);
            for (var line : lines) {
                if (found.size() < PART - 1 && question.isFoundIn(line.texts().stream().map(FoldedText::of).toList())) {
                    found.add(PaperLoad.number(line.id()));
                }
            }
            if (lines.size() < PART || found.size() >= PART - 1) {
                break;
            }
            behind = lines.get(lines.size() - 1).id();
        }
        connection.commit();
        return found;
    }

    private List<Line> lines(Question question, UUID behind) throws SQLException {
        plannedOnce.execute();
        var sought = Sought.of(RecordQuery.of(null), question, EVERYTHING, behind, PART);
        var lines = new ArrayList<Line>();
        try (var rows = fill(sought).executeQuery()) {
            while (rows.next()) {
                var texts = new ArrayList<String>();
                for (int column : new int[] {7, 8, 9, 12}) {
                    add(texts, rows.getString(column));
                }
                lines.add(new Line(rows.getObject(1, UUID.class), texts));
            }
        }
        addTexts(lines);
        return lines;
    }

    private void addTexts(List<Line> lines) throws SQLException {
        var byId = new HashMap<UUID, List<String>>();
        lines.forEach(line -> byId.put(line.id(), line.texts()));
        var query = statement(TEXTS);
        query.setArray(1, connection.createArrayOf("uuid", byId.keySet().toArray()));
        try (var rows = query.executeQuery()) {
            while (rows.next()) {
                add(byId.get(rows.getObject(1, UUID.class)), rows.getString(2));
                add(byId.get(rows.getObject(1, UUID.class)), rows.getString(3));
            }
        }
    }

    private static void add(List<String> texts, String text) {
        if (text != null) {
            texts.add(text);
        }
    }

    private PreparedStatement fill(Sought sought) throws SQLException {
        var values = new ArrayList<>();
        var sql = NAMED.matcher(sought.sql()).replaceAll(name -> {
            var value = sought.values().get(name.group(1));
            values.addAll(value instanceof Collection<?> several ? several : List.of(value));
            return Matcher.quoteReplacement(value instanceof Collection<?> several ? "?" + ", ?".repeat(several.size() - 1) : "?");
        });
        var query = statement(sql);
        for (int at = 0; at < values.size(); at++) {
            query.setObject(at + 1, values.get(at));
        }
        return query;
    }

    private PreparedStatement statement(String sql) throws SQLException {
        var known = prepared.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            prepared.put(sql, known);
        }
        return known;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
