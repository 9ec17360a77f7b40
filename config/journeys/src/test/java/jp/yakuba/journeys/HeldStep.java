package jp.yakuba.journeys;

import java.sql.Connection;
import java.sql.SQLException;

/** A step of a town's database at which whoever comes there waits, so that a plug can be pulled right there. */
final class HeldStep implements AutoCloseable {
    private static final long GATE = 20_261_128;
    private static final String AT = """
            CREATE OR REPLACE FUNCTION yakuba.test_held() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN PERFORM pg_advisory_xact_lock(%d); RETURN NEW; END $$;
            CREATE %s test_held %s FOR EACH ROW WHEN (%s) EXECUTE FUNCTION yakuba.test_held()""";
    private static final String WAIT = "select count(*) from pg_locks where locktype = 'advisory' and objid = " + GATE + " and not granted";

    private final OpenOffice town;
    private final String table;
    private final Connection gate;

    private HeldStep(OpenOffice town, String table, Connection gate) {
        this.town = town;
        this.table = table;
        this.gate = gate;
    }

    /** Before a row is written. */
    static HeldStep before(OpenOffice town, String deed, String table, String when) {
        return set(town, table, AT.formatted(GATE, "TRIGGER", "BEFORE " + deed + " ON yakuba." + table, when));
    }

    /** When everything of a transaction is written and nothing of it is committed. */
    static HeldStep atCommit(OpenOffice town, String deed, String table, String when) {
        return set(town, table, AT.formatted(GATE, "CONSTRAINT TRIGGER", "AFTER " + deed + " ON yakuba." + table + " DEFERRABLE INITIALLY DEFERRED", when));
    }

    private static HeldStep set(OpenOffice town, String table, String sql) {
        try {
            var gate = town.running().database().owner().getConnection();
            try (var statement = gate.createStatement()) {
                statement.execute(sql);
                statement.execute("SELECT pg_advisory_lock(" + GATE + ")");
            }
            return new HeldStep(town, table, gate);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused.getMessage() + " at " + sql, refused);
        }
    }

    /** Waits until somebody stands at the step. */
    void awaitSomebody() {
        Until.holds("somebody at " + table, () -> !"0".equals(town.ask(WAIT)));
    }

    /** Lets whoever still stands there go on; if the database was killed nobody does. */
    @Override
    public void close() {
        try {
            gate.close();
        } catch (SQLException gone) {
            System.out.println("  The gate went with its database: " + gone.getMessage());
        }
    }

    /** Takes the step away. */
    static void remove(OpenOffice town, String table) {
        try (var connection = town.running().database().owner().getConnection(); var statement = connection.createStatement()) {
            statement.execute("DROP TRIGGER IF EXISTS test_held ON yakuba." + table + "; DROP FUNCTION IF EXISTS yakuba.test_held()");
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }
}
