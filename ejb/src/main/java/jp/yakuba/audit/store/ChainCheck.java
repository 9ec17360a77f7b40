package jp.yakuba.audit.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import javax.sql.DataSource;
import jp.yakuba.audit.api.ChainReport;
import jp.yakuba.audit.model.ChainWalk;

/** A verification of the whole chain, in parts that fit in little memory; needs a database only, no server. */
final class ChainCheck {
    private static final int PART = 2_000;

    private final DataSource database;
    private final InstantSource clock;

    ChainCheck(DataSource database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    ChainReport run() {
        try (var connection = database.getConnection()) {
            return run(connection);
        } catch (SQLException broken) {
            throw new IllegalStateException("The audit chain cannot be read", broken);
        }
    }

    private ChainReport run(Connection connection) throws SQLException {
        var tables = new ChainTables(connection);
        var publishedUpTo = tables.publishedUpTo();
        var walk = new ChainWalk();
        var more = true;
        while (more) {
            more = tables.walkOn(walk, PART);
        }
        walk.end(publishedUpTo);
        var unsealed = tables.unsealed();
        return new ChainReport(walk.verified(), walk.firstBreak(), walk.last().sequence(), walk.last().hex(),
                unsealed.count(), unsealed.oldest(), clock.instant());
    }
}
