package jp.yakuba.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Open proposals with a route of three, laid ready so that approving alone is measured. Each section with four people or more has a
 * route: whoever stands lowest drafts, the next three are asked one after the other.
 */
final class OpenProposals {
    private static final int STOPS = 3;
    private static final int EVERYWHERE = -1;
    private static final String ROUTES = """
            CREATE TEMPORARY TABLE IF NOT EXISTS bench_route AS
            WITH held AS (
                SELECT DISTINCT ON (a.staff) a.staff, s.number AS staff_number, s.name AS staff_name, p.code, p.title, p.section, p.rank
                FROM yakuba.org_appointment a JOIN yakuba.org_post p ON p.code = a.post JOIN yakuba.org_staff s ON s.id = a.staff
                WHERE a.valid_from <= current_date AND (a.valid_until IS NULL OR a.valid_until > current_date)
                ORDER BY a.staff, p.rank),
            sections AS (
                SELECT section, row_number() OVER (ORDER BY section) - 1 AS route FROM held GROUP BY section HAVING count(*) > 3)
            SELECT s.route, s.section, n.name AS section_name, h.staff, h.staff_number, h.staff_name, h.code, h.title, h.rank,
                   row_number() OVER (PARTITION BY s.section ORDER BY h.rank DESC, h.code) - 1 AS stop
            FROM sections s JOIN held h ON h.section = s.section JOIN yakuba.org_section n ON n.code = s.section
            """;
    private static final String MAKE = """
            WITH asked AS (
                SELECT gen_random_uuid() AS id, n, CASE WHEN ? < 0 THEN n % (SELECT max(route) + 1 FROM bench_route) ELSE ? % (SELECT max(route) + 1 FROM bench_route) END AS route
                FROM generate_series(1, ?) n),
            made AS (
                INSERT INTO yakuba.apv_proposal (id, version, matter, amount, subject_type, subject_id, title, text, section, state,
                    drafter_id, drafter_name, drafter_post, drafter_post_name, proposed_at, turn, decision_class, events, chain_from)
                SELECT a.id, 0, 'correspondence', 0, 'bench', gen_random_uuid(), '計測用の起案 ' || a.n, '次のとおりでよいか伺います。',
                    d.section, 'PROPOSED', d.staff, d.staff_name, d.code, d.section_name || ' ' || d.title, now(), 1, 'HEI', 1, 1
                FROM asked a JOIN bench_route d ON d.route = a.route AND d.stop = 0 RETURNING id),
            texts AS (
                INSERT INTO yakuba.apv_text (proposal_id, number, text, files, written_at)
                SELECT a.id, 1, '次のとおりでよいか伺います。', '[]', now() FROM asked a),
            stops AS (
                INSERT INTO yakuba.apv_step (id, proposal_id, number, stage, kind, post, post_name, section_name, rank, state,
                    reached_version, reached_at, due_on)
                SELECT gen_random_uuid(), a.id, r.stop, r.stop, CASE r.stop WHEN 3 THEN 'DECIDE' ELSE 'AGREE' END, r.code, r.title,
                    r.section_name, r.rank, CASE r.stop WHEN 1 THEN 'WAITING' ELSE 'AHEAD' END,
                    CASE r.stop WHEN 1 THEN 0 END, CASE r.stop WHEN 1 THEN now() END, CASE r.stop WHEN 1 THEN current_date + 60 END
                FROM asked a JOIN bench_route r ON r.route = a.route AND r.stop BETWEEN 1 AND 3)
            SELECT id FROM made
            """;

    private static final List<String> TABLES = List.of("apv_opening", "apv_event", "apv_step", "apv_text");

    private final DataSource owner;

    OpenProposals(DataSource owner) {
        this.owner = owner;
    }

    /** Takes away what an earlier measurement left, past the triggers that let nobody else do so. */
    static void clear(Connection superuser) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            for (var table : TABLES) {
                statement.execute("DELETE FROM yakuba." + table + " WHERE proposal_id IN (SELECT id FROM yakuba.apv_proposal WHERE subject_type = 'bench')");
            }
            statement.execute("DELETE FROM yakuba.apv_proposal WHERE subject_type = 'bench'");
        }
    }

    /** Staff numbers of the three who are asked, in their order, on the route with the number; routes come round again. */
    List<String> officers(int route) throws SQLException {
        try (var connection = connect(); var query = connection.prepareStatement("""
                SELECT staff_number FROM bench_route WHERE route = ? % (SELECT max(route) + 1 FROM bench_route) AND stop BETWEEN 1 AND 3
                ORDER BY stop
                """)) {
            query.setInt(1, route);
            try (var rows = query.executeQuery()) {
                var numbers = new ArrayList<String>();
                while (rows.next()) {
                    numbers.add(rows.getString(1));
                }
                if (numbers.size() != STOPS) {
                    throw new IllegalStateException("No section of the town has three who could be asked and one who drafts");
                }
                return numbers;
            }
        }
    }

    /** Makes as many on a route, to be approved; their ids. */
    List<UUID> ofRoute(int route, int many) throws SQLException {
        return make(many, route);
    }

    /** Notes that the officer has opened all of them as they are now. */
    void noteOpened(String officer, List<UUID> ids) throws SQLException {
        try (var connection = owner.getConnection(); var insert = connection.prepareStatement("""
                INSERT INTO yakuba.apv_opening (proposal_id, person_id, version, opened_at)
                SELECT p.id, s.id, p.events - 1, now() FROM yakuba.apv_proposal p, yakuba.org_staff s WHERE p.id = ANY (?) AND s.number = ?
                """)) {
            insert.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            insert.setString(2, officer);
            insert.executeUpdate();
        }
    }

    /** Opens proposals all over the town until so many are open. */
    void fill(int open) throws SQLException {
        int there = count();
        if (there < open) {
            make(open - there, EVERYWHERE);
        }
        try (var connection = connect(); var statement = connection.createStatement()) {
            statement.execute("ANALYZE yakuba.apv_proposal, yakuba.apv_step, yakuba.apv_text, yakuba.apv_event, yakuba.apv_opening");
        }
    }

    /** How many are open in the whole town. */
    int count() throws SQLException {
        try (var connection = owner.getConnection(); var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM yakuba.apv_proposal WHERE state = 'PROPOSED'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private List<UUID> make(int many, int route) throws SQLException {
        var ids = new ArrayList<UUID>();
        try (var connection = connect(); var insert = connection.prepareStatement(MAKE)) {
            insert.setInt(1, route);
            insert.setInt(2, route);
            insert.setInt(3, many);
            try (var rows = insert.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return ids;
    }

    private Connection connect() throws SQLException {
        var connection = owner.getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute(ROUTES);
        }
        return connection;
    }
}
