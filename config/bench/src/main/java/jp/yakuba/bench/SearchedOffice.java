package jp.yakuba.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import jp.yakuba.bench.SearchRound.Searcher;
import jp.yakuba.server.Folders;

/** An office whose records are searched: documents go in, and everything that is open is closed at the end. */
final class SearchedOffice implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final String KEEPER = """
            SELECT s.number FROM yakuba.org_post_role r JOIN yakuba.org_appointment a ON a.post = r.post
                AND (a.valid_until IS NULL OR a.valid_until > current_date)
            JOIN yakuba.org_staff s ON s.id = a.staff WHERE r.role = 'records-manager' ORDER BY s.number LIMIT 1
            """;
    private static final String WAITING = "SELECT count(*) FROM (SELECT 1 FROM yakuba.doc_index WHERE state = 'WAITING' LIMIT 1) one";

    private final MeasuredTown town;
    private final PaperLoad load;
    private final List<QuestionInSql> questions = new ArrayList<>();

    private SearchedOffice(MeasuredTown town, PaperLoad load) {
        this.town = town;
        this.load = load;
    }

    /** Opens one without documents of the measurement. */
    static SearchedOffice open(MeasureSettings settings, int residents, Corpus corpus) throws IOException, SQLException {
        var home = settings.home().resolve("search");
        Folders.delete(home);
        var town = MeasuredTown.open(settings.in(home), residents, settings.offset());
        return new SearchedOffice(town, new PaperLoad(town.running().database().owner(), corpus));
    }

    Office seen() {
        return town.office();
    }

    PaperLoad load() {
        return load;
    }

    /** A client that asks the database. */
    Searcher question() throws SQLException {
        var question = new QuestionInSql(town.running().database().owner().getConnection());
        questions.add(question);
        return question::find;
    }

    /** A client that is a member of staff who may read everything that is not confidential. */
    Searcher page() throws IOException, SQLException {
        return new QuestionOnPage(town.office().rooms(), text(KEEPER))::find;
    }

    void closeSearchers() throws SQLException {
        for (var question : questions) {
            question.close();
        }
        questions.clear();
    }

    /** Enters documents and waits until all of them are found; returns the seconds from the moment on at which they were there. */
    double enter(int from, int until) throws SQLException, IOException {
        load.enter(from, until);
        return indexed(System.nanoTime());
    }

    /** Enters documents with their entry in the index. */
    void enterReady(int from, int until) throws SQLException, IOException {
        load.enterReady(from, until);
    }

    /** Lets the office write the index anew of texts that were read before; returns the seconds. */
    double indexAgain() throws SQLException {
        execute("TRUNCATE yakuba.doc_index");
        execute("INSERT INTO yakuba.doc_index (record_id, recorded_at) SELECT id, recorded_at FROM yakuba.doc_record");
        return indexed(System.nanoTime());
    }

    private double indexed(long begun) throws SQLException {
        long end = begun + LONGEST.toNanos();
        while (!"0".equals(text(WAITING))) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The office did not bring its records into the index");
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    /** Bytes of the index: its entries and their tree. */
    long sizeOfIndex() throws SQLException {
        return Long.parseLong(text("SELECT pg_total_relation_size('yakuba.doc_index')"));
    }

    /** Bytes of the texts beside it. */
    long sizeOfText() throws SQLException {
        return Long.parseLong(text("SELECT pg_total_relation_size('yakuba.doc_text')"));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = town.running().database().owner().getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String sql) throws SQLException {
        try (var connection = town.running().database().owner().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Override
    public void close() throws SQLException {
        closeSearchers();
        town.close();
    }
}
