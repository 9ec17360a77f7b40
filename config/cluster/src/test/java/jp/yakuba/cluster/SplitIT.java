package jp.yakuba.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import jp.yakuba.server.Command;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Machines that cannot reach one another, each in a network namespace of its own behind one bridge. Wants root. */
class SplitIT extends Trials {
    private static final String PREFIX = "10.61.7";
    private static final String BRIDGE = "yakuba-br";
    /** An address that nobody has: what goes there is lost without a word, as on a broken line. */
    private static final String NOBODY = "02:00:00:00:00:99";

    @Override
    Network network() {
        return new Network(PREFIX, IntStream.rangeClosed(1, 3).mapToObj(number -> List.of("ip", "netns", "exec", space(number))).toList());
    }

    /** The machine of the clients, with the settings of the kernel that production has. */
    private static final int CLIENTS = 4;

    private static String space(int number) {
        return "yakuba-m" + number;
    }

    @Override
    void prepare() {
        assumeTrue(System.getProperty("user.name").equals("root"), "only root can make network namespaces");
        takeDown();
        run("ip", "link", "add", BRIDGE, "type", "bridge");
        run("ip", "addr", "add", PREFIX + ".1/24", "dev", BRIDGE);
        run("ip", "link", "set", BRIDGE, "up");
        for (var number = 1; number <= CLIENTS; number++) {
            run("ip", "netns", "add", space(number));
            run("ip", "link", "add", line(number), "type", "veth", "peer", "name", "eth0", "netns", space(number));
            run("ip", "link", "set", line(number), "master", BRIDGE, "up");
            run("ip", "-n", space(number), "addr", "add", PREFIX + "." + (10 + number) + "/24", "dev", "eth0");
            run("ip", "-n", space(number), "link", "set", "eth0", "up");
            run("ip", "-n", space(number), "link", "set", "lo", "up");
        }
        run("ip", "netns", "exec", space(CLIENTS), "sysctl", "-q", "-p", root().resolve("config/cluster/systemd/sysctl-yakuba.conf").toString());
        // the door stands on the first machine
        run("ip", "-n", space(1), "addr", "add", PREFIX + ".10/24", "dev", "eth0");
    }

    private static String line(int number) {
        return "yakuba-l" + number;
    }

    private static void takeDown() {
        for (var number = 1; number <= CLIENTS; number++) {
            Command.run(List.of("ip", "netns", "del", space(number)), Map.of(), Duration.ofSeconds(10));
        }
        Command.run(List.of("ip", "link", "del", BRIDGE), Map.of(), Duration.ofSeconds(10));
    }

    @Override
    @AfterAll
    void stop() throws IOException {
        super.stop();
        takeDown();
    }

    private static void run(String... words) {
        var done = Command.run(List.of(words), Map.of(), Duration.ofSeconds(10));
        assertThat(done.wentWell()).as(String.join(" ", words) + ": " + done.said()).isTrue();
    }

    /** Nothing arrives any more from one machine at the other, and back. */
    private static void cut(LocalMachine one, LocalMachine other) {
        lose(one, other);
        lose(other, one);
    }

    private static void lose(LocalMachine from, LocalMachine to) {
        run("ip", "-n", space(from.machine().number()), "neigh", "replace", to.machine().address(), "lladdr", NOBODY, "dev", "eth0", "nud", "permanent");
    }

    private static void mend(LocalMachine one, LocalMachine other) {
        run("ip", "-n", space(one.machine().number()), "neigh", "del", other.machine().address(), "dev", "eth0");
        run("ip", "-n", space(other.machine().number()), "neigh", "del", one.machine().address(), "dev", "eth0");
    }

    @Test
    void aPrimaryCutOffFromTheOthersGivesUpAndIsFollowed() throws SQLException {
        var load = load(8);
        var old = cluster.databases().primary().orElseThrow();
        var heir = cluster.databases().other(old);
        load.goOn(Duration.ofSeconds(2));
        cut(old, heir);
        cut(old, cluster.storeKeeper());
        load.goOn(Duration.ofSeconds(25));
        assertThat(cluster.databases().ask(old, "SELECT pg_is_in_recovery()")).as("the one cut off does not lead").isNotEqualTo("f");
        assertThat(cluster.databases().ask(heir, "SELECT pg_is_in_recovery()")).isEqualTo("f");
        mend(old, heir);
        mend(old, cluster.storeKeeper());
        cluster.databases().awaitPair(PATIENCE);
        assertKept("primary cut off from the others, clients reach all", load.awaitProgress(PATIENCE).goOn(Duration.ofSeconds(2)).end(), Duration.ofSeconds(15));
    }

    @Test
    void twoDatabasesCutOffFromEachOtherKeepOneLeader() throws SQLException {
        var load = load(8);
        var leader = cluster.databases().primary().orElseThrow();
        load.goOn(Duration.ofSeconds(2));
        cut(leader, cluster.databases().other(leader));
        load.goOn(Duration.ofSeconds(25));
        var leaders = cluster.machines().subList(0, 2).stream().filter(each -> "f".equals(cluster.databases().ask(each, "SELECT pg_is_in_recovery()"))).count();
        assertThat(leaders).isEqualTo(1);
        mend(leader, cluster.databases().other(leader));
        cluster.databases().awaitPair(PATIENCE);
        assertKept("the two databases cut off from each other, both reach the third machine", load.awaitProgress(PATIENCE).goOn(Duration.ofSeconds(2)).end(),
                Duration.ofSeconds(20));
    }

    /** No answer at all comes from a machine without power. With the usual settings of TCP a client here waited 55 s for it. */
    @Test
    void aMachineWhoseLineIsDeadIsFollowed() throws SQLException, IOException {
        var old = cluster.databases().awaitPair(PATIENCE);
        try (var load = DistantLoad.begin(List.of("ip", "netns", "exec", space(CLIENTS)), cluster.databases(), 8)) {
            run("ip", "link", "set", line(old.machine().number()), "down");
            try {
                LockSupport.parkNanos(Duration.ofSeconds(20).toNanos());
                load.awaitProgress();
            } finally {
                run("ip", "link", "set", line(old.machine().number()), "up");
            }
            cluster.databases().awaitPair(PATIENCE);
            load.awaitProgress();
            assertKept("the primary's line is dead, also for clients", load.end(), Duration.ofSeconds(20));
        }
    }

    private static void assertKept(String trial, CommitLoad.Outcome outcome, Duration bar) {
        found(trial, outcome);
        assertThat(outcome.lost()).as("lost").isZero();
        assertThat(outcome.doubled()).as("doubled").isZero();
        assertThat(outcome.halved()).as("halved").isZero();
        assertThat(outcome.longestStall()).as("longest stall").isLessThanOrEqualTo(bar);
    }
}
