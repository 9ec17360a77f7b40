package jp.yakuba.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import jp.yakuba.server.Command;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The disk of the primary's machine is full: the other machine takes over, and the first one comes back when there is room. Wants root. */
class FullDiskIT extends Trials {
    private static final int MEGABYTES = 700;
    private static final int LEAST_FREE = 50;

    private Path machine() {
        return home().resolve("machine1");
    }

    @Override
    void prepare() throws IOException {
        assumeTrue(System.getProperty("user.name").equals("root"), "only root can mount a small file system");
        System.setProperty("yakuba.cluster.wal", "160MB");
        System.setProperty("yakuba.cluster.slot.wal", "128MB");
        Files.createDirectories(machine());
        var image = home().resolve("small.img");
        run("truncate", "-s", MEGABYTES + "M", image.toString());
        run("mkfs.ext4", "-q", "-m", "0", image.toString());
        run("mount", "-o", "loop", image.toString(), machine().toString());
        run("chmod", "700", machine().toString());
    }

    @Override
    @AfterAll
    void stop() throws IOException {
        super.stop();
        System.clearProperty("yakuba.cluster.wal");
        System.clearProperty("yakuba.cluster.slot.wal");
        run("umount", machine().toString());
    }

    private static void run(String... words) {
        var done = Command.run(List.of(words), Map.of(), Duration.ofSeconds(60));
        assertThat(done.wentWell()).as(String.join(" ", words) + ": " + done.said()).isTrue();
    }

    @Test
    void aFullDiskOfThePrimaryIsFollowedByTheOtherMachine() throws SQLException, IOException {
        var small = cluster.machines().get(0);
        lead(small);
        var load = load(8);
        load.goOn(Duration.ofSeconds(2));
        var filler = machine().resolve("filler");
        Command.run(List.of("dd", "if=/dev/zero", "of=" + filler, "bs=1M", "status=none"), Map.of(), Duration.ofMinutes(2));
        var begun = System.nanoTime();
        while (!cluster.databases().primary().filter(leader -> !leader.equals(small)).isPresent()) {
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).as("time until the other machine leads").isLessThan(PATIENCE.multipliedBy(2));
            giveWay(small);
            load.goOn(Duration.ofSeconds(1));
        }
        var followed = since(begun);
        load.awaitProgress(PATIENCE).goOn(Duration.ofSeconds(3));
        Files.delete(filler);
        // what systemd does on a machine of its own
        if (!small.etcd().isRunning()) {
            small.startEtcd();
        }
        if (!small.patroni().isRunning()) {
            small.startPatroni();
        }
        cluster.databases().awaitPair(PATIENCE.multipliedBy(2));
        var outcome = load.goOn(Duration.ofSeconds(2)).end();
        found("the primary's disk of %d MB is full; followed after %s of it".formatted(MEGABYTES, followed), outcome);
        assertThat(outcome.lost()).as("lost").isZero();
        assertThat(outcome.doubled()).as("doubled").isZero();
        assertThat(outcome.halved()).as("halved").isZero();
        assertThat(outcome.longestStall()).as("longest stall").isLessThanOrEqualTo(Duration.ofSeconds(15));
    }

    /** What the timer of systemd does on a machine of its own. */
    private void giveWay(LocalMachine machine) {
        var environment = new java.util.HashMap<>(machine.environment());
        environment.put("RUNTIME_DIRECTORY", home().resolve("run").toString());
        Command.run(machine.machine().command(List.of(root().resolve("config/cluster/give-way").toString(), machine.file("patroni.yml").toString(),
                machine.database().toString(), Integer.toString(LEAST_FREE))), environment, Duration.ofSeconds(60));
    }

    private void lead(LocalMachine wanted) {
        var leader = cluster.databases().awaitPair(PATIENCE);
        if (!leader.equals(wanted)) {
            var changed = leader.patronictl("switchover", "--master", leader.machine().name(), "--candidate", wanted.machine().name(), "--force");
            assertThat(changed.said()).contains("Successfully switched over");
            cluster.databases().awaitPair(PATIENCE);
        }
    }
}
