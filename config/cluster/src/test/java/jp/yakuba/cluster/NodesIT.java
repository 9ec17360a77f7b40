package jp.yakuba.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import jp.yakuba.cards.SampleAccounts;
import jp.yakuba.server.Command;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole office on two nodes behind the balancer, with residents in the middle of their forms and clerks at their pages. */
class NodesIT extends Trials {
    private static final int RESIDENTS = 6;
    private static final Duration AFTER = Duration.ofSeconds(12);
    private static final Duration MOST_STALL = Duration.ofSeconds(5);
    private static final String ACCOUNTS = """
            WITH known AS (SELECT password_hash FROM yakuba.acc_account WHERE mail = ?)
            INSERT INTO yakuba.acc_account (id, display_name, mail, state, password_hash, created_at)
            SELECT gen_random_uuid(), '試行 ' || place, 'trial-' || place || '@resident.example', 'OPEN', password_hash, now()
            FROM generate_series(1, ?) place CROSS JOIN known ON CONFLICT DO NOTHING
            """;
    /** For each draft that was sent: how many applications came of it, how many deeds say so, and whether the words are in it. */
    private static final String ARRIVED = """
            SELECT count(DISTINCT a.id), count(DISTINCT e.id), coalesce(bool_and(position(? in a.typed::text) > 0), false)
            FROM yakuba.apl_bundle b JOIN yakuba.apl_application a ON a.bundle_id = b.id
            LEFT JOIN yakuba.aud_entry e ON e.object_id = a.id::text AND e.deed = 'application.submit' AND e.kind = 'CHANGE'
            WHERE b.draft_id = ?::uuid
            """;

    private SSLContext tls;
    private List<String> residents;
    private List<String> clerks;

    @Override
    void open() throws IOException {
        System.setProperty("yakuba.population", System.getProperty("yakuba.population", "1000"));
        var begun = System.nanoTime();
        cluster.start();
        found("etcd, databases, two nodes and balancer started", since(begun));
        try {
            tls = SmallNode.context(cluster.machines().get(2).file("keys"));
            people();
        } catch (GeneralSecurityException | SQLException broken) {
            throw new IOException(broken);
        }
        // the first pages of a node take long: nobody is measured by them
        crowd().stayFor(Duration.ofSeconds(15)).leave();
    }

    private void people() throws SQLException {
        residents = new ArrayList<>();
        clerks = new ArrayList<>();
        try (var connection = cluster.databases().owner().getConnection(); var insert = connection.prepareStatement(ACCOUNTS)) {
            insert.setString(1, SampleAccounts.RESIDENTS.get(0));
            insert.setInt(2, RESIDENTS);
            insert.executeUpdate();
            for (var number = 1; number <= RESIDENTS; number++) {
                residents.add("trial-" + number + "@resident.example");
            }
            try (var rows = connection.createStatement().executeQuery("""
                    SELECT DISTINCT s.number FROM yakuba.org_post_role r JOIN yakuba.org_appointment a ON a.post = r.post
                    AND (a.valid_until IS NULL OR a.valid_until > current_date) JOIN yakuba.org_staff s ON s.id = a.staff
                    WHERE r.role = 'registrar' ORDER BY s.number LIMIT 2
                    """)) {
                while (rows.next()) {
                    clerks.add(rows.getString(1));
                }
            }
        }
    }

    private Crowd crowd() {
        return Crowd.come(tls, cluster.door(), residents, clerks);
    }

    @BeforeEach
    void bothServe() {
        cluster.nodes().stream().filter(node -> !node.process().isRunning()).forEach(cluster::startAgain);
        await("both nodes serve", () -> cluster.nodes().stream().allMatch(node -> cluster.balancer().serves(node.machine().machine())));
    }

    private static void await(String what, BooleanSupplier there) {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (!there.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(until);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    @Test
    void nobodyNoticesThatOneNodeIsKilled() throws SQLException {
        kill(cluster.nodes().get(0));
    }

    @Test
    void nobodyNoticesThatTheOtherNodeIsKilled() throws SQLException {
        kill(cluster.nodes().get(1));
    }

    private void kill(ApplicationNode node) throws SQLException {
        var name = node.machine().machine().name();
        var people = crowd().countFromNow();
        node.kill();
        var met = people.stayFor(AFTER).look();
        found("kill -9 of the node on " + name, met + ", " + losses(met));
        people.countFromNow();
        var begun = System.nanoTime();
        cluster.startAgain(node);
        var took = since(begun);
        var back = people.stayFor(AFTER).leave();
        found("the killed node of " + name + " started again, back after " + took, back + ", " + losses(back));
        assertThat(met.failed()).as("at most the presses that the node had taken").isLessThanOrEqualTo(residents.size() + clerks.size());
        assertThat(met.lostPages() + back.lostPages()).as("pages of staff").isZero();
        assertThat(met.slowest()).isLessThan(MOST_STALL);
        assertThat(back.failed()).isZero();
        mustBeWhole(back);
    }

    @Test
    void nobodyNoticesThatANodeIsDrainedStoppedAndTakenBack() throws SQLException {
        var node = cluster.nodes().get(0);
        var machine = node.machine().machine();
        var people = crowd().countFromNow();
        cluster.balancer().drain(machine);
        await("nobody is at the drained node", () -> cluster.balancer().busy(machine) == 0);
        var byItself = node.stop();
        people.stayFor(Duration.ofSeconds(4));
        var begun = System.nanoTime();
        cluster.balancer().readmit(machine);
        cluster.startAgain(node);
        var took = since(begun);
        var met = people.stayFor(AFTER).leave();
        found("a node drained, stopped, started and taken back after " + took, met + ", " + losses(met));
        assertThat(byItself).as("stopped in peace").isTrue();
        assertThat(met.failed()).isZero();
        assertThat(met.lostPages()).isZero();
        mustBeWhole(met);
    }

    @Test
    void aBalancerThatIsStartedAnewLosesNobody() throws SQLException {
        var people = crowd().countFromNow();
        cluster.balancer().reload();
        people.stayFor(AFTER);
        var reloaded = people.look();
        found("balancer reloaded", reloaded + ", " + losses(reloaded));
        people.countFromNow();
        var begun = System.nanoTime();
        cluster.balancer().kill();
        cluster.balancer().start();
        var away = since(begun);
        var met = people.stayFor(AFTER).leave();
        found("balancer killed and started again after " + away + ", without a second one", met + ", " + losses(met));
        assertThat(reloaded.failed()).isZero();
        assertThat(met.lostPages()).isZero();
        mustBeWhole(met);
    }

    private String losses(Crowd.Outcome met) throws SQLException {
        var count = count(met);
        return count.lost() + " lost, " + count.doubled() + " doubled";
    }

    private void mustBeWhole(Crowd.Outcome met) throws SQLException {
        assertThat(met.sent()).isNotEmpty();
        assertThat(count(met)).isEqualTo(new Count(0, 0));
    }

    private record Count(int lost, int doubled) {}

    private Count count(Crowd.Outcome met) throws SQLException {
        var lost = 0;
        var doubled = 0;
        try (var connection = cluster.databases().owner().getConnection(); var asked = connection.prepareStatement(ARRIVED)) {
            for (var each : met.sent()) {
                asked.setString(1, each.words());
                asked.setString(2, each.draft());
                try (var rows = asked.executeQuery()) {
                    rows.next();
                    lost += rows.getInt(1) > 0 && rows.getInt(2) > 0 && rows.getBoolean(3) ? 0 : 1;
                    doubled += rows.getInt(1) > 1 || rows.getInt(2) > 1 ? 1 : 0;
                }
            }
        }
        return new Count(lost, doubled);
    }

    @Test
    void theAddressOfWhoeverCallsIsRightAndCannotBeForged() throws IOException, SQLException {
        var from = network().prefix() + ".77";
        var forged = "Forwarded: for=6.6.6.6\r\nX-Forwarded-For: 6.6.6.6\r\nX-Real-IP: 6.6.6.6\r\n";
        var page = say(from, "GET /sign-in HTTP/1.0\r\n" + forged, "");
        var cookies = new StringBuilder();
        Pattern.compile("(?im)^set-cookie: ([^;]+);").matcher(page).results().forEach(found -> cookies.append(found.group(1)).append("; "));
        var fields = Browser.fields(page, "signIn");
        fields.put("mail", residents.get(0));
        fields.put("password", "not-this-one");
        var body = new StringBuilder();
        fields.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&").append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        say(from, "POST /sign-in HTTP/1.0\r\n" + forged + "Cookie: " + cookies + "\r\nContent-Type: application/x-www-form-urlencoded\r\n",
                body.toString());
        try (var connection = cluster.databases().owner().getConnection(); var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        SELECT origin FROM yakuba.aud_entry WHERE kind = 'REFUSAL' AND deed = 'account.sign-in' ORDER BY occurred_at DESC LIMIT 1
                        """)) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo(from);
        }
    }

    /** Sends a request from an address of its own and returns all that comes back. */
    private String say(String from, String head, String body) throws IOException {
        var plain = new Socket();
        plain.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
        plain.connect(new InetSocketAddress(cluster.door(), 8443), 5_000);
        try (var socket = (SSLSocket) tls.getSocketFactory().createSocket(plain, cluster.door(), 8443, true)) {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            var length = "Host: " + cluster.door() + ":8443\r\nConnection: close\r\nContent-Length: " + bytes.length + "\r\n\r\n";
            socket.getOutputStream().write((head + length).getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void nobodyReachesANodeButAMachineOfTheCluster() throws IOException {
        var node = cluster.machines().get(0);
        for (var port : List.of("8443", "8090")) {
            assertThat(curl(node, port).wentWell()).as("without a certificate at " + port).isFalse();
            assertThat(curl(node, port, "--cert", node.file("keys/machine.crt").toString(), "--key", node.file("keys/machine.key").toString()).said())
                    .as("as a machine at " + port).contains("UP");
        }
        for (var port : List.of("8444", "8445", "8080")) {
            assertThat(curl(node, port).wentWell()).as("past the balancer at " + port).isFalse();
        }
        var card = Command.run(List.of("curl", "-sS", "-k", "-m", "20", "https://" + cluster.door() + ":8444/card/sign-in"), Map.of(),
                Duration.ofSeconds(25));
        assertThat(card.said()).as("the card's door, by the balancer").contains("</html>");
        assertThat(letsIn(node, 7600, stranger())).as("a stranger among the nodes").isFalse();
        assertThat(letsIn(node, 7600, tls)).as("a machine of the cluster among the nodes").isTrue();
        assertThat(Files.readString(cluster.nodes().get(0).log())).doesNotContain("NotSerializableException");
        assertThat(Files.readString(cluster.nodes().get(1).log())).doesNotContain("NotSerializableException");
    }

    /** Whoever shows no certificate learns so only when the handshake is over: the line is then closed. */
    private static boolean letsIn(LocalMachine at, int port, SSLContext who) throws IOException {
        try (var socket = (SSLSocket) who.getSocketFactory().createSocket(at.machine().address(), port)) {
            socket.setSoTimeout(2_000);
            socket.startHandshake();
            return socket.getInputStream().read() >= 0;
        } catch (SSLException | SocketException refused) {
            return false;
        } catch (SocketTimeoutException silent) {
            return true;
        }
    }

    /** Believes everybody, and has nothing to show. */
    private static SSLContext stranger() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new X509ExtendedTrustManager() {
                @Override
                public void checkClientTrusted(X509Certificate[] chain, String type) {}

                @Override
                public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

                @Override
                public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

                @Override
                public void checkServerTrusted(X509Certificate[] chain, String type) {}

                @Override
                public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

                @Override
                public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

                @Override
                public X509Certificate[] getAcceptedIssuers() {
                    return new X509Certificate[0];
                }
            }}, null);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Command curl(LocalMachine at, String port, String... more) {
        var words = new ArrayList<>(List.of("curl", "-sS", "-k", "-m", "5", "https://" + at.machine().address() + ":" + port + "/health/live"));
        words.addAll(List.of(more));
        return Command.run(words, Map.of(), Duration.ofSeconds(10));
    }
}
