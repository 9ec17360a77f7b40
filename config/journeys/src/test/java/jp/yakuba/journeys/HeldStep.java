package jp.yakuba.journeys;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/**
 * A step of a town's database at which whoever comes there waits while it is held, so that a plug can be pulled right there. Several, each by its
 * name, can be held at once; all are made before the first is held, for nobody can be made to wait at a table that somebody writes.
 */
final class HeldStep implements AutoCloseable {
    private static final long GATES = 20_261_128;
    private static final String AT = """
            CREATE OR REPLACE FUNCTION yakuba.%1$s() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN PERFORM pg_advisory_xact_lock(%2$d); RETURN NEW; END $$;
            CREATE %3$s %1$s %4$s FOR EACH ROW WHEN (%5$s) EXECUTE FUNCTION yakuba.%1$s()""";
    private static final String WAIT = "select count(*) from pg_locks where locktype = 'advisory' and objid = %d and not granted";

    private final OpenOffice town;
    private final String name;
    private final Connection gate;

    private HeldStep(OpenOffice town, String name, Connection gate) {
        this.town = town;
        this.name = name;
        this.gate = gate;
    }

    /** Before a row is written. */
    static HeldStep before(OpenOffice town, String name, String deed, String table, String when) {
        return set(town, name, "TRIGGER", "BEFORE " + deed + " ON yakuba." + table, when);
    }

    /** When everything of a transaction is written and nothing of it is committed. */
    static HeldStep atCommit(OpenOffice town, String name, String deed, String table, String when) {
        return set(town, name, "CONSTRAINT TRIGGER", "AFTER " + deed + " ON yakuba." + table + " DEFERRABLE INITIALLY DEFERRED", when);
    }

    private static HeldStep set(OpenOffice town, String name, String kind, String where, String when) {
        var sql = AT.formatted(function(name), gateOf(name), kind, where, when);
        try {
            var gate = town.running().database().owner().getConnection();
            try (var statement = gate.createStatement()) {
                statement.execute(sql);
            }
            return new HeldStep(town, name, gate);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused.getMessage() + " at " + sql, refused);
        }
    }

    /** Whoever comes to the step from now on waits. */
    void hold() {
        try (var statement = gate.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(" + gateOf(name) + ")");
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private static String function(String name) {
        return "test_held_" + name.toLowerCase(Locale.ROOT);
    }

    private static long gateOf(String name) {
        return GATES + Math.floorMod(name.hashCode(), 1_000_000);
    }

    /** Waits until somebody stands at the step. */
    void awaitSomebody() {
        Until.holds("somebody at " + name, () -> !"0".equals(town.ask(WAIT.formatted(gateOf(name)))));
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
    static void remove(OpenOffice town, String name) {
        try (var connection = town.running().database().owner().getConnection(); var statement = connection.createStatement()) {
            statement.execute("DROP FUNCTION IF EXISTS yakuba." + function(name) + "() CASCADE");
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }
}
