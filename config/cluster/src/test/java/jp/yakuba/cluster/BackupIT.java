package jp.yakuba.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import jp.yakuba.audit.model.Seal;
import jp.yakuba.audit.model.SealedFacts;
import jp.yakuba.town.DatabaseRoles;
import jp.yakuba.town.Migrations;
import jp.yakuba.town.TownLoader;
import jp.yakuba.town.TownOrder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Backups of a town are taken while people work, and restored to another place to the very moment that is asked for. */
class BackupIT extends Trials {
    private static final int PLACE = 25_433;
    private static final int ENTRIES = 2_000;
    private static final byte[] FILE = "住民票の写しの交付を申請します。".getBytes(StandardCharsets.UTF_8);

    @BeforeAll
    void openTown() throws SQLException {
        var owner = cluster.databases().owner();
        var begun = System.nanoTime();
        var ran = new Migrations(owner, DatabaseRoles.APPLICATION).run();
        found("migrations on Debian's PostgreSQL " + cluster.databases().ask(cluster.databases().primary().orElseThrow(), "SHOW server_version"),
                ran + " ran in " + since(begun));
        assertThat(ran).isPositive();
        begun = System.nanoTime();
        new TownLoader(owner).load(TownOrder.of("016373", 18_000), line -> { });
        found("a town of 18,000 loaded into the pair", since(begun));
        keepFile();
        sealEntries();
    }

    private void keepFile() throws SQLException {
        try (var connection = cluster.databases().application().getConnection(); var insert = connection.prepareStatement(
                "INSERT INTO doc_file (sha256, size, media_type, scan, content, chunks, kept_at) VALUES (?, ?, 'text/plain', 'NOT_SCANNED', ?, 0, now())")) {
            insert.setString(1, HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(FILE)));
            insert.setLong(2, FILE.length);
            insert.setBytes(3, FILE);
            insert.executeUpdate();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Entries as the office writes them, sealed by the office's own seal. */
    private void sealEntries() throws SQLException {
        var last = Seal.beforeTheFirst();
        try (var connection = cluster.databases().application().getConnection();
                var entry = connection.prepareStatement("INSERT INTO aud_entry (id, occurred_at, kind, deed, actor_kind, actor_name, request_id)"
                        + " VALUES (?, ?, 'CHANGE', 'trial.entry', 'SYSTEM', 'trial', 'trial')");
                var seal = connection.prepareStatement("INSERT INTO aud_seal (sequence, entry_id, previous_hash, hash, sealed_at) VALUES (?, ?, ?, ?, now())");
                var unseal = connection.prepareStatement("DELETE FROM aud_unsealed")) {
            connection.setAutoCommit(false);
            for (var number = 0; number < ENTRIES; number++) {
                var facts = new SealedFacts(UUID.randomUUID(), Instant.now().truncatedTo(ChronoUnit.MICROS), "CHANGE", "trial.entry", "SYSTEM", null, "trial",
                        null, null, null, "trial", null, null, null, null);
                last = last.next(facts);
                entry.setObject(1, facts.id());
                entry.setTimestamp(2, java.sql.Timestamp.from(facts.occurredAt()));
                entry.addBatch();
                seal.setLong(1, last.sequence());
                seal.setObject(2, facts.id());
                seal.setBytes(3, last.previousHash());
                seal.setBytes(4, last.hash());
                seal.addBatch();
            }
            entry.executeBatch();
            seal.executeBatch();
            unseal.executeUpdate();
            connection.commit();
        }
    }

    @Test
    void aTownIsRestoredToTheMomentBeforeAMistake() throws SQLException, IOException {
        backup("full");
        var load = load(4);
        load.goOn(Duration.ofSeconds(3));
        backup("diff");
        load.goOn(Duration.ofSeconds(2));
        var drill = new RestoreDrill(cluster.storeKeeper().file("pgbackrest.conf"), home().resolve("restored"), PLACE,
                cluster.secrets().get("database.superuser"), line -> { });
        var begun = System.nanoTime();
        var outcome = drill.run(this::primary, this::standby, this::auditFaults);
        var whole = since(begun);
        var clients = load.end();
        found("drill while people work: %d tables, %,d rows, %d file, %,d seals".formatted(outcome.tables(), outcome.rows(), outcome.files(), ENTRIES),
                "%s; restored and open after %.1f s, all of it %s".formatted(outcome.isGood() ? "nothing is missing" : outcome.faults(),
                        outcome.restored().toMillis() / 1000.0, whole));
        found("  … those who worked meanwhile", clients);
        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.files()).isEqualTo(1);
        assertThat(clients.lost()).isZero();
        assertThat(clients.uncertain()).as("people who were turned away because of the drill").isZero();
    }

    /** A drill that cannot fail shows nothing: what is changed behind its back must be found. */
    @Test
    void theDrillFindsWhatWasForged() throws SQLException, IOException {
        backup("full");
        var drill = new RestoreDrill(cluster.storeKeeper().file("pgbackrest.conf"), home().resolve("restored"), PLACE,
                cluster.secrets().get("database.superuser"), line -> { });
        var outcome = drill.run(this::primary, this::standby, port -> {
            forge(port);
            return auditFaults(port);
        });
        found("drill on a restored chain with one entry changed", outcome.faults());
        assertThat(outcome.faults()).anyMatch(fault -> fault.contains("BROKEN"));
    }

    private void forge(int port) {
        try (var connection = java.sql.DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/yakuba?sslmode=disable", "postgres",
                cluster.secrets().get("database.superuser")); var statement = connection.createStatement()) {
            statement.execute("UPDATE yakuba.aud_entry SET deed = 'trial.forged' WHERE id = (SELECT entry_id FROM yakuba.aud_seal WHERE sequence = 1000)");
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private java.sql.Connection primary() throws SQLException {
        return cluster.databases().superuser(cluster.databases().primary().orElseThrow(), DatabasePair.NAME);
    }

    private java.sql.Connection standby() throws SQLException {
        return cluster.databases().superuser(cluster.databases().other(cluster.databases().primary().orElseThrow()), DatabasePair.NAME);
    }

    private java.util.List<String> auditFaults(int port) {
        return AuditChain.faults(root(), cluster.home(), port);
    }

    private void backup(String type) {
        cluster.databases().awaitPair(PATIENCE);
        var begun = System.nanoTime();
        var done = cluster.storeKeeper().backup("--type=" + type, "backup");
        assertThat(done.wentWell()).as(done.said()).isTrue();
        found("pgBackRest " + type, since(begun));
    }
}
