package jp.yakuba.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import jp.yakuba.document.model.search.Bigrams;
import jp.yakuba.kernel.Sha256;
import org.postgresql.PGConnection;

/**
 * Puts documents into the office's database beside the domain's desks, as rows: a letter costs the desks some thirty milliseconds and more,
 * which would make a million of them a day. Nobody received them: they have no receipt and no history.
 */
final class PaperLoad {
    private static final Instant BEGIN = Instant.parse("2020-01-01T00:00:00Z");
    private static final List<String> SECTIONS = List.of("general", "tax", "planning", "environment", "education");
    private static final int PART = 5000;
    private static final HexFormat HEX = HexFormat.of();

    private final DataSource owner;
    private final Corpus corpus;

    PaperLoad(DataSource owner, Corpus corpus) {
        this.owner = owner;
        this.corpus = corpus;
    }

    /** The key of the document with the number. */
    static UUID key(int number) {
        return new UUID(0x5EA2C4L << 40, number);
    }

    /** The number of the document with the key; 0 if it is none of them. */
    static int number(UUID key) {
        return key.getMostSignificantBits() == 0x5EA2C4L << 40 ? (int) key.getLeastSignificantBits() : 0;
    }

    /** Enters documents whose text the office is to read by itself. */
    void enter(int from, int until) throws SQLException, IOException {
        try (var connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            rows(connection, from, until);
            connection.commit();
        }
    }

    /** Enters documents with their text and their entry in the index, whose tree is made at the end. */
    void enterReady(int from, int until) throws SQLException, IOException {
        try (var connection = owner.getConnection(); var statement = connection.createStatement()) {
            statement.execute("DROP INDEX yakuba.doc_index_words");
            statement.execute("ALTER TABLE yakuba.doc_record DISABLE TRIGGER doc_record_is_to_be_found");
            connection.setAutoCommit(false);
            for (int part = from; part <= until; part += PART) {
                int last = Math.min(until, part + PART - 1);
                rows(connection, part, last);
                copy(connection, "doc_text (sha256, state, text, read_at)", part, last, paper ->
                        List.of(Sha256.hex(paper.text()), "READ", paper.text(), at(paper)));
                copy(connection, "doc_index (record_id, recorded_at, state, words)", part, last, paper ->
                        List.of(key(paper.number()).toString(), at(paper), "DONE", vector(paper)));
                connection.commit();
                if (part % (20 * PART) == from % (20 * PART)) {
                    System.out.println("  " + last + " documents");
                }
            }
            connection.setAutoCommit(true);
            statement.execute("ALTER TABLE yakuba.doc_record ENABLE TRIGGER doc_record_is_to_be_found");
            statement.execute("SET maintenance_work_mem = '1GB'");
            statement.execute("CREATE INDEX doc_index_words ON yakuba.doc_index USING gin (words)");
            statement.execute("VACUUM (ANALYZE) yakuba.doc_index, yakuba.doc_record, yakuba.doc_life, yakuba.doc_record_file");
        }
    }

    private void rows(Connection connection, int from, int until) throws SQLException, IOException {
        copy(connection, "doc_file (sha256, size, media_type, scan, content, chunks, kept_at)", from, until, paper -> {
            var bytes = paper.text().getBytes(StandardCharsets.UTF_8);
            return List.of(Sha256.hex(paper.text()), String.valueOf(bytes.length), "text/plain", "CLEAN", "\\x" + HEX.formatHex(bytes), "0", at(paper));
        });
        copy(connection, "doc_record (id, direction, section, fiscal_year, sequence, number, title, party, cause_type, cause_id, arrived_at,"
                + " recorded_at)", from, until, paper -> List.of(key(paper.number()).toString(), "IN", section(paper), "1990",
                String.valueOf(paper.number()), number(paper), paper.title(), paper.party(), "bench", key(paper.number()).toString(), at(paper), at(paper)));
        copy(connection, "doc_life (record_id, section, state, confidential)", from, until, paper ->
                List.of(key(paper.number()).toString(), section(paper), "REGISTERED", "false"));
        copy(connection, "doc_record_file (record_id, position, sha256, name)", from, until, paper ->
                List.of(key(paper.number()).toString(), "0", Sha256.hex(paper.text()), "letter.txt"));
    }

    private static String section(Paper paper) {
        return SECTIONS.get(paper.number() % SECTIONS.size());
    }

    private static String number(Paper paper) {
        return "計収第" + paper.number() + "号";
    }

    private static String at(Paper paper) {
        return BEGIN.plusSeconds(60L * paper.number()).toString();
    }

    private static String vector(Paper paper) {
        return Bigrams.of(List.of(number(paper), paper.title(), paper.party(), "letter.txt", paper.text())).stream()
                .map(pair -> "'" + pair.replace("\\", "\\\\").replace("'", "''") + "'").collect(Collectors.joining(" "));
    }

    private void copy(Connection connection, String table, int from, int until, Function<Paper, List<String>> columns)
            throws SQLException, IOException {
        var in = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY yakuba." + table + " FROM STDIN");
        for (int number = from; number <= until; number++) {
            var line = columns.apply(corpus.paper(number)).stream().map(PaperLoad::cell).collect(Collectors.joining("\t", "", "\n"));
            var bytes = line.getBytes(StandardCharsets.UTF_8);
            in.writeToCopy(bytes, 0, bytes.length);
        }
        in.endCopy();
    }

    private static String cell(String value) {
        return value.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
    }

    /** All documents, to be given to somebody else. */
    List<Paper> papers(int until) {
        return IntStream.rangeClosed(1, until).mapToObj(corpus::paper).toList();
    }
}
