package jp.yakuba.audit.store;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import jp.yakuba.audit.api.ChainHead;
import jp.yakuba.audit.api.ChainReport;
import jp.yakuba.audit.model.Seal;
import jp.yakuba.kernel.OfficeClock;

/** Where the chain of seals, its published heads and its daily stamps are kept. */
@ApplicationScoped
public class ChainStore {
    @Resource(lookup = "java:jboss/datasources/YakubaDS")
    private DataSource database;

    /**
     * Seals up to {@code limit} waiting entries in the caller's transaction, if no other node is at it.
     *
     * @return how many were sealed
     */
    public int sealNext(int limit, Instant at) {
        return inDatabase(connection -> {
            var tables = new ChainTables(connection);
            if (!tables.becomeTheSealer()) {
                return 0;
            }
            var waiting = tables.listUnsealed(limit);
            if (waiting.isEmpty()) {
                return 0;
            }
            var seals = new LinkedHashMap<UUID, Seal>();
            var last = tables.lastSeal();
            for (var facts : waiting) {
                last = last.next(facts);
                seals.put(facts.id(), last);
            }
            tables.add(seals, at);
            return seals.size();
        });
    }

    /** The last link; empty while there is none. */
    public Optional<ChainHead> head() {
        return inDatabase(connection -> list(connection,
                "SELECT sequence, hash, sealed_at, NULL FROM aud_seal ORDER BY sequence DESC LIMIT 1").stream().findFirst());
    }

    /** The head that was published last. */
    public Optional<ChainHead> lastPublished() {
        return inDatabase(connection -> list(connection,
                "SELECT sequence, hash, published_at, NULL FROM aud_head ORDER BY sequence DESC LIMIT 1").stream().findFirst());
    }

    /** Publishes a head; one that was published already stays as it is. */
    public void publish(ChainHead head, Instant at) {
        inDatabase(connection -> {
            try (var insert = connection.prepareStatement(
                    "INSERT INTO aud_head (sequence, hash, published_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")) {
                insert.setLong(1, head.sequence());
                insert.setBytes(2, HexFormat.of().parseHex(head.hash()));
                insert.setTimestamp(3, Timestamp.from(at));
                return insert.executeUpdate();
            }
        });
    }

    /** True if the day has its stamp. */
    public boolean isStamped(LocalDate day) {
        return !listStamps(day, day).isEmpty();
    }

    /** Keeps the stamp of a day; the first one stays. */
    public void stamp(LocalDate day, ChainHead head, byte[] token) {
        inDatabase(connection -> {
            try (var insert = connection.prepareStatement("INSERT INTO aud_stamp"
                    + " (day, sequence, hash, stamped_at, authority, token) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
                insert.setObject(1, day);
                insert.setLong(2, head.sequence());
                insert.setBytes(3, HexFormat.of().parseHex(head.hash()));
                insert.setTimestamp(4, Timestamp.from(head.at()));
                insert.setString(5, head.authority());
                insert.setBytes(6, token);
                return insert.executeUpdate();
            }
        });
    }

    /** Stamped heads of a span of days, latest first. */
    public List<ChainHead> listStamps(LocalDate from, LocalDate until) {
        return inDatabase(connection -> list(connection, "SELECT sequence, hash, stamped_at, authority FROM aud_stamp"
                + " WHERE day BETWEEN ? AND ? ORDER BY day DESC", from, until));
    }

    /** Checks the whole chain. */
    public ChainReport verify(OfficeClock clock) {
        return new ChainCheck(database, clock::now).run();
    }

    private static List<ChainHead> list(Connection connection, String sql, Object... values) throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            for (int place = 0; place < values.length; place++) {
                query.setObject(place + 1, values[place]);
            }
            try (var rows = query.executeQuery()) {
                var heads = new ArrayList<ChainHead>();
                while (rows.next()) {
                    heads.add(head(rows));
                }
                return heads;
            }
        }
    }

    private static ChainHead head(ResultSet rows) throws SQLException {
        return new ChainHead(rows.getLong(1), HexFormat.of().formatHex(rows.getBytes(2)),
                rows.getTimestamp(3).toInstant(), rows.getString(4));
    }

    private <T> T inDatabase(Work<T> work) {
        try (var connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException broken) {
            throw new IllegalStateException("The audit chain cannot be reached", broken);
        }
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
