package jp.yakuba.journeys;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What the audit log says about refusals, read past the application. */
final class Refusals {
    private static final String SINCE = """
            select deed, coalesce(object_type, ''), coalesce(object_id, ''), coalesce(reason, ''), coalesce(actor_kind, '')
            from yakuba.aud_entry where kind = 'REFUSAL' and occurred_at >= ? order by occurred_at, id
            """;

    private final DataSource owner;
    private final Timestamp since;

    private Refusals(DataSource owner, Timestamp since) {
        this.owner = owner;
        this.since = since;
    }

    /** One refusal. */
    record Line(String deed, String type, String id, String reason, String actor) {}

    /** Looks from now on. */
    static Refusals fromNow(OpenOffice office) {
        return new Refusals(office.running().database().owner(), Timestamp.from(Instant.now()));
    }

    /** What was refused since. */
    List<Line> written() {
        var lines = new ArrayList<Line>();
        try (var connection = owner.getConnection(); var statement = connection.prepareStatement(SINCE)) {
            statement.setTimestamp(1, since);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    lines.add(new Line(rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4),
                            rows.getString(5)));
                }
            }
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
        return lines;
    }
}
