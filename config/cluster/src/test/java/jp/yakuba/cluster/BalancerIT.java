package jp.yakuba.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;
import jp.yakuba.server.Command;
import jp.yakuba.server.Folders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The balancer by the template of production, with two small servers where the application will be. */
class BalancerIT extends Trials {
    private static final int PEOPLE = 12;

    private SSLContext tls;
    private SmallNode one;
    private SmallNode two;
    private URI portal;

    @Override
    @BeforeAll
    void start() throws IOException {
        cluster = new LocalCluster(root(), home(), network(), line -> { });
        cluster.stop();
        Folders.delete(home());
        cluster = new LocalCluster(root(), home(), network(), line -> { });
        cluster.startDoorAlone();
        one = new SmallNode(cluster.machines().get(0));
        two = new SmallNode(cluster.machines().get(1));
        one.start();
        two.start();
        portal = URI.create("https://" + cluster.door() + ":8443/");
        try {
            tls = SmallNode.context(cluster.machines().get(2).file("keys"));
        } catch (GeneralSecurityException broken) {
            throw new IOException(broken);
        }
    }

    @Override
    @AfterAll
    void stop() throws IOException {
        one.stop();
        two.stop();
        super.stop();
    }

    @BeforeEach
    void bothServe() {
        cluster.machines().subList(0, 2).forEach(each -> cluster.balancer().readmit(each.machine()));
        await("both nodes serve", () -> cluster.machines().subList(0, 2).stream().allMatch(each -> cluster.balancer().serves(each.machine())));
    }

    private static void await(String what, BooleanSupplier there) {
        var until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!there.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(until);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    @Test
    void nobodyIsTurnedAwayWhenANodeIsDrainedAndStopped() {
        var people = Visitors.come(tls, portal, PEOPLE).stayFor(Duration.ofSeconds(2));
        cluster.balancer().drain(cluster.machines().get(0).machine());
        await("nobody is at the drained node", () -> cluster.balancer().busy(cluster.machines().get(0).machine()) == 0);
        one.stop();
        people.stayFor(Duration.ofSeconds(2));
        one.start();
        cluster.balancer().readmit(cluster.machines().get(0).machine());
        var outcome = people.stayFor(Duration.ofSeconds(4)).leave();
        found("a node drained, stopped and taken back", outcome);
        assertThat(outcome.failed()).isZero();
        assertThat(outcome.slowest()).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void aNodeThatFallsIsLeftWithinTwoSeconds() {
        var people = Visitors.come(tls, portal, PEOPLE).stayFor(Duration.ofSeconds(2));
        two.stop();
        people.stayFor(Duration.ofSeconds(4));
        two.start();
        var outcome = people.stayFor(Duration.ofSeconds(3)).leave();
        found("a node stopped without a word", outcome);
        assertThat(outcome.slowest()).isLessThan(Duration.ofSeconds(2));
        assertThat(outcome.failed()).as("only those whose request the node had begun").isLessThanOrEqualTo(PEOPLE);
    }

    @Test
    void nobodyNoticesAReload() {
        var people = Visitors.come(tls, portal, PEOPLE).stayFor(Duration.ofSeconds(2));
        cluster.balancer().reload();
        people.stayFor(Duration.ofSeconds(2));
        cluster.balancer().reload();
        var outcome = people.stayFor(Duration.ofSeconds(4)).leave();
        found("balancer reloaded twice", outcome);
        assertThat(outcome.failed()).isZero();
        assertThat(outcome.moved()).as("people who met another node although theirs was there").isZero();
    }

    @Test
    void aBalancerThatIsKilledIsBackInASecond() {
        var people = Visitors.come(tls, portal, PEOPLE).stayFor(Duration.ofSeconds(2));
        var begun = System.nanoTime();
        cluster.balancer().kill();
        cluster.balancer().start();
        var away = since(begun);
        var outcome = people.stayFor(Duration.ofSeconds(4)).leave();
        found("balancer killed and started again after " + away + ", without a second one", outcome);
        assertThat(outcome.slowest()).isLessThan(Duration.ofSeconds(5));
        assertThat(outcome.answered()).isGreaterThan(outcome.failed());
        assertThat(outcome.moved()).as("people who met another node although theirs was there").isZero();
    }

    @Test
    void requestsGoToLivingNodesWhileNoneIsReady() {
        one.ready(false);
        two.ready(false);
        await("no node is ready", () ->
                !cluster.balancer().serves(cluster.machines().get(0).machine()) && !cluster.balancer().serves(cluster.machines().get(1).machine()));
        var outcome = Visitors.come(tls, portal, PEOPLE).stayFor(Duration.ofSeconds(2)).leave();
        one.ready(true);
        two.ready(true);
        found("no node ready, both alive (the database is changing its leader)", outcome);
        assertThat(outcome.failed()).isZero();
    }

    @Test
    void whoeverCallsIsToldInPlainWordsThatNobodyIsThere() {
        one.ready(false);
        two.ready(false);
        one.live(false);
        two.live(false);
        try {
            await("nobody is left", () -> get("/", "").statusCode() == 503);
            var answer = get("/", "");
            assertThat(answer.body()).contains("しばらくしてから").doesNotContain("haproxy").doesNotContain("No server");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        } finally {
            one.ready(true);
            two.ready(true);
            one.live(true);
            two.live(true);
        }
    }

    @Test
    void whatABrowserSaysOfItsOriginIsNotBelieved() {
        assertThat(get("/", "6.6.6.6").body()).contains("[127.0.0.1]").doesNotContain("6.6.6.6").endsWith(" null");
    }

    @Test
    void oldTlsIsRefusedAndNewIsSpoken() {
        assertThat(handshake("-tls1_3")).contains("TLSv1.3").contains("TLS_AES");
        assertThat(handshake("-tls1_2")).contains("TLSv1.2").contains("ECDHE");
        assertThat(handshake("-tls1_1")).contains("Cipher is (NONE)");
        assertThat(handshake("-tls1_2", "-cipher", "AES128-SHA@SECLEVEL=0")).contains("Cipher is (NONE)");
    }

    private String handshake(String... words) {
        var all = new java.util.ArrayList<>(List.of("openssl", "s_client", "-connect", cluster.door() + ":8443", "-CAfile",
                cluster.machines().get(0).file("keys/authority.crt").toString()));
        all.addAll(List.of(words));
        if (words[0].equals("-tls1_1")) {
            all.addAll(List.of("-cipher", "DEFAULT@SECLEVEL=0"));
        }
        return Command.run(all, Map.of(), Duration.ofSeconds(10)).said();
    }

    private HttpResponse<String> get(String path, String claim) {
        var request = HttpRequest.newBuilder(portal.resolve(path)).timeout(Duration.ofSeconds(20));
        if (!claim.isEmpty()) {
            request.header("X-Forwarded-For", claim).header("X-Forwarded-Host", "evil.example");
        }
        try {
            return HttpClient.newBuilder().sslContext(tls).version(HttpClient.Version.HTTP_1_1).build()
                    .send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Test
    void nothingIsLoggedOfWhatPeopleAskFor() throws IOException {
        get("/search?name=yamada-hanako", "");
        LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
        assertThat(Files.readString(cluster.home().resolve("logs/balancer.log"))).doesNotContain("yamada-hanako");
    }
}
