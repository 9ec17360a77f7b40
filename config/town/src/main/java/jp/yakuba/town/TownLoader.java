package jp.yakuba.town;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import jp.yakuba.town.generator.HouseholdGenerator;

/**
 * Opens a town (開町): loads the configuration of one municipality and, for a sample town, its synthetic residents, all in
 * one transaction and through every constraint.
 *
 * <p>The row of {@code org_town} is the mark that a town is there. A loader killed half-way leaves nothing, for nothing was
 * committed, and the next start loads again; a second loader at the same time waits for the first and then finds the mark.
 */
public final class TownLoader {
    private final DataSource owner;

    /** A loader that works as the owner of the tables; the tables exist already. */
    public TownLoader(DataSource owner) {
        this.owner = owner;
    }

    /**
     * Loads the town if no town is there; returns false if it was there before.
     *
     * @throws IllegalStateException if another town is there, or the town has no configuration
     */
    public boolean load(TownOrder order, Progress progress) {
        try (var connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            var loaded = loadOnce(connection, order, progress);
            connection.commit();
            if (loaded) {
                progress.say("Counting the rows for the query planner");
                analyze(connection);
            }
            return loaded;
        } catch (SQLException | IOException failed) {
            throw new IllegalStateException("The town " + order.code() + " cannot be loaded: " + failed.getMessage(), failed);
        }
    }

    private static boolean loadOnce(Connection connection, TownOrder order, Progress progress)
            throws SQLException, IOException {
        lockTheTown(connection);
        var present = presentTown(connection);
        if (present != null && !present.equals(order.code())) {
            throw new IllegalStateException("This database is the town " + present + ", not " + order.code()
                    + "; another town needs a home of its own (-Dyakuba.home=<folder>)");
        }
        if (present != null) {
            return false;
        }
        var folder = TownFolder.of(order.code());
        progress.say("Loading " + folder.get("name") + ": country, sections, posts, staff");
        new OfficeTables(connection, folder).load();
        var people = order.population() > 0 ? order.population() : folder.number("population");
        new HouseholdGenerator(connection, folder, people, order.numberKey()).generate(progress);
        return true;
    }

    private static void lockTheTown(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("LOCK TABLE " + Migrations.SCHEMA + ".org_town IN EXCLUSIVE MODE");
            statement.execute("SET LOCAL search_path = " + Migrations.SCHEMA);
        }
    }

    private static String presentTown(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT code FROM org_town")) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    private static void analyze(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            for (var table : HouseholdGenerator.TABLES) {
                statement.execute("VACUUM (ANALYZE) " + Migrations.SCHEMA + "." + table);
            }
        }
    }
}
