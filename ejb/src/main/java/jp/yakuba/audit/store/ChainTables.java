package jp.yakuba.audit.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.yakuba.audit.model.ChainWalk;
import jp.yakuba.audit.model.Seal;
import jp.yakuba.audit.model.SealedFacts;

/** The statements on the tables of the chain; they need a connection only, so that a command line can use them too. */
final class ChainTables {
    private static final long SEALERS_LOCK = 0x59414b5542410001L;
    private static final String FACTS = "e.id, e.occurred_at, e.kind, e.deed, e.actor_kind, e.actor_id, e.actor_name, e.post,"
            + " e.section, e.origin, e.request_id, e.person_id, e.object_type, e.object_id, e.reason";

    private final Connection connection;

    ChainTables(Connection connection) {
        this.connection = connection;
    }

    /** True if this transaction is the sealer of the cluster until it ends. */
    boolean becomeTheSealer() throws SQLException {
        try (var query = connection.prepareStatement("SELECT pg_try_advisory_xact_lock(?)")) {
            query.setLong(1, SEALERS_LOCK);
            try (var rows = query.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    Seal lastSeal() throws SQLException {
        try (var query = connection.prepareStatement(
                        "SELECT sequence, previous_hash, hash FROM aud_seal ORDER BY sequence DESC LIMIT 1");
                var rows = query.executeQuery()) {
            return rows.next() ? seal(rows) : Seal.beforeTheFirst();
        }
    }

    List<SealedFacts> listUnsealed(int limit) throws SQLException {
        // one entry at a time by its key: the window fills and empties faster than the planner's counts of it, and a plan made
        // for a full one reads the whole log
        try (var query = connection.prepareStatement("SELECT " + FACTS + " FROM aud_unsealed u"
                + " CROSS JOIN LATERAL (SELECT * FROM aud_entry WHERE id = u.entry_id OFFSET 0) e"
                + " ORDER BY e.occurred_at, e.id LIMIT ?")) {
            query.setInt(1, limit);
            try (var rows = query.executeQuery()) {
                var facts = new ArrayList<SealedFacts>();
                while (rows.next()) {
                    facts.add(facts(rows));
                }
                return facts;
            }
        }
    }

    void add(Map<UUID, Seal> seals, Instant at) throws SQLException {
        try (var insert = connection.prepareStatement(
                        "INSERT INTO aud_seal (sequence, entry_id, previous_hash, hash, sealed_at) VALUES (?, ?, ?, ?, ?)");
                var sealed = connection.prepareStatement("DELETE FROM aud_unsealed WHERE entry_id = ANY (?)")) {
            for (var entry : seals.entrySet()) {
                var seal = entry.getValue();
                insert.setLong(1, seal.sequence());
                insert.setObject(2, entry.getKey());
                insert.setBytes(3, seal.previousHash());
                insert.setBytes(4, seal.hash());
                insert.setTimestamp(5, Timestamp.from(at));
                insert.addBatch();
            }
            insert.executeBatch();
            sealed.setArray(1, connection.createArrayOf("uuid", seals.keySet().toArray()));
            sealed.executeUpdate();
        }
    }

    /** Walks over the next links; returns false at the end of the chain or at its first break. */
    boolean walkOn(ChainWalk walk, int limit) throws SQLException {
        var published = published(walk.last().sequence(), limit);
        try (var query = connection.prepareStatement("SELECT s.sequence, s.previous_hash, s.hash, s.entry_id, " + FACTS
                + " FROM aud_seal s LEFT JOIN aud_entry e ON e.id = s.entry_id"
                + " WHERE s.sequence > ? ORDER BY s.sequence LIMIT ?")) {
            query.setLong(1, walk.last().sequence());
            query.setInt(2, limit);
            try (var rows = query.executeQuery()) {
                var steps = 0;
                while (rows.next()) {
                    steps++;
                    var seal = seal(rows);
                    var facts = rows.getObject("id") == null ? null : facts(rows);
                    if (!walk.step(seal, rows.getObject("entry_id", UUID.class), facts, published.get(seal.sequence()))) {
                        return false;
                    }
                }
                return steps == limit;
            }
        }
    }

    long publishedUpTo() throws SQLException {
        try (var query = connection.prepareStatement("SELECT greatest((SELECT max(sequence) FROM aud_head),"
                        + " (SELECT max(sequence) FROM aud_stamp))");
                var rows = query.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    Unsealed unsealed() throws SQLException {
        try (var query = connection.prepareStatement("SELECT count(*), min(occurred_at) FROM aud_entry e"
                        + " WHERE NOT EXISTS (SELECT 1 FROM aud_seal s WHERE s.entry_id = e.id)");
                var rows = query.executeQuery()) {
            rows.next();
            return new Unsealed(rows.getLong(1), rows.getTimestamp(2) == null ? null : rows.getTimestamp(2).toInstant());
        }
    }

    private Map<Long, byte[]> published(long after, int limit) throws SQLException {
        try (var query = connection.prepareStatement("SELECT sequence, hash FROM aud_head WHERE sequence > ? AND sequence <= ?"
                + " UNION ALL SELECT sequence, hash FROM aud_stamp WHERE sequence > ? AND sequence <= ?")) {
            for (int part = 0; part < 2; part++) {
                query.setLong(2 * part + 1, after);
                query.setLong(2 * part + 2, after + limit);
            }
            try (var rows = query.executeQuery()) {
                var heads = new LinkedHashMap<Long, byte[]>();
                while (rows.next()) {
                    heads.putIfAbsent(rows.getLong(1), rows.getBytes(2));
                }
                return heads;
            }
        }
    }

    private static Seal seal(ResultSet rows) throws SQLException {
        return new Seal(rows.getLong("sequence"), rows.getBytes("previous_hash"), rows.getBytes("hash"));
    }

    private static SealedFacts facts(ResultSet rows) throws SQLException {
        return new SealedFacts(rows.getObject("id", UUID.class), rows.getTimestamp("occurred_at").toInstant(),
                rows.getString("kind"), rows.getString("deed"), rows.getString("actor_kind"),
                rows.getObject("actor_id", UUID.class), rows.getString("actor_name"), rows.getString("post"),
                rows.getString("section"), rows.getString("origin"), rows.getString("request_id"),
                rows.getObject("person_id", UUID.class), rows.getString("object_type"), rows.getString("object_id"),
                rows.getString("reason"));
    }

    /** Entries that no link seals yet. */
    record Unsealed(long count, Instant oldest) {}
}
