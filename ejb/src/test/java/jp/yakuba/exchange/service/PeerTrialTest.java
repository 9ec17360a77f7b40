package jp.yakuba.exchange.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import jp.yakuba.exchange.PeerServer;
import jp.yakuba.exchange.PeerServer.Answer;
import jp.yakuba.exchange.api.PeerState;
import jp.yakuba.exchange.api.PeerView;
import jp.yakuba.exchange.api.PeerWay;
import jp.yakuba.exchange.api.TrialStep;
import jp.yakuba.exchange.api.TrialStep.Part;
import jp.yakuba.exchange.api.TrialStep.Reason;
import jp.yakuba.exchange.api.TrialStep.Verdict;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.signature.service.SigningFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("回線の自己診断")
class PeerTrialTest {
    private static final String CODE = "990019";

    private SigningFixture keys;
    private PeerServer server;
    private PeerTrial trial;
    private String address;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        keys = new SigningFixture(folder, Instant.now());
        keys.keyOf("016373");
        keys.keyOf(CODE);
        server = new PeerServer(keys.keyFile(CODE), SigningFixture.PASSWORD);
        address = server.address();
        OfficeClock clock = Instant::now;
        var trust = new OrganisationTrust();
        set(trust, "clock", clock);
        var line = new HttpPeerLine();
        set(line, "trust", trust);
        set(line, "clock", clock);
        set(line, "book", new CertificateBook() {
            @Override
            void saw(String peer, java.security.cert.X509Certificate certificate, boolean calling) {
                // no book in a plain test
            }
        });
        trial = new PeerTrial();
        set(trial, "trust", trust);
        set(trial, "line", line);
        set(trial, "clock", clock);
    }

    private static void set(Object bean, String name, Object value) throws ReflectiveOperationException {
        var field = bean.getClass().getDeclaredField(name);
        field.setAccessible(true);
        field.set(bean, value);
    }

    @AfterEach
    void close() throws Exception {
        server.close();
        keys.close();
    }

    @Test
    @DisplayName("正しい回線は、九つの段のどれも正しい")
    void aGoodLine() {
        keys.nameLine();
        server.answers(request -> Answer.json(200, capability(Instant.now(), "\"document\"")));
        assertThat(run()).hasSize(9).allMatch(step -> step.verdict() == Verdict.WELL);
    }

    @Test
    @DisplayName("こちらの鍵、失効リスト、認証局の不足は、こちらで直すものと言う")
    void whatIsOurs() {
        finds(Part.OWN_KEY, Verdict.OURS, Reason.KEY_NONE);
        assertThat(run()).filteredOn(step -> step.part() == Part.CAPABILITY).extracting(TrialStep::verdict).containsExactly(Verdict.SKIPPED);
        keys.nameLine();
        keys.loseLists();
        finds(Part.OWN_LISTS, Verdict.OURS, Reason.LISTS_NONE);
        finds(Part.CERTIFICATE, Verdict.OURS, Reason.LIST_MISSING);
        keys.bringLists();
        System.setProperty("yakuba.exchange.authorities", System.getProperty("yakuba.exchange.authorities") + "/stamps");
        finds(Part.CERTIFICATE, Verdict.OURS, Reason.AUTHORITY_UNKNOWN);
        System.setProperty("yakuba.exchange.password", "wrong");
        finds(Part.OWN_KEY, Verdict.OURS, Reason.KEY_UNREADABLE);
    }

    @Test
    @DisplayName("相手方の誤りは相手方で、どちらとも言えないものは、そう言う")
    void whatIsTheirs() throws Exception {
        keys.nameLine();
        server.answers(request -> Answer.of(401));
        finds(Part.CAPABILITY, Verdict.THEIRS, Reason.WE_ARE_UNKNOWN);
        server.answers(request -> Answer.problem(403, "EXC-003"));
        finds(Part.CAPABILITY, Verdict.THEIRS, Reason.WE_ARE_SUSPENDED);
        server.answers(request -> Answer.of(404));
        finds(Part.CAPABILITY, Verdict.WELL, Reason.LEFT_OUT);
        server.answers(request -> Answer.of(500));
        finds(Part.CAPABILITY, Verdict.THEIRS, Reason.ANSWERS_STRANGELY);
        server.answers(request -> Answer.json(200, capability(Instant.now().minusSeconds(3600), "\"inquiry\"")));
        finds(Part.CLOCK, Verdict.UNCLEAR, Reason.CLOCKS_DIFFER);
        finds(Part.SERVICES, Verdict.THEIRS, Reason.SERVICES_MISSING);
        address = "https://localhost:1/api/exchange/v1";
        finds(Part.CONNECTION, Verdict.THEIRS, Reason.CLOSED);
        address = "https://nowhere.invalid/api/exchange/v1";
        finds(Part.NAME, Verdict.UNCLEAR, Reason.NAME_UNKNOWN);
        keys.keyOf("990027");
        try (var stranger = new PeerServer(keys.keyFile("990027"), SigningFixture.PASSWORD)) {
            address = stranger.address();
            finds(Part.CERTIFICATE, Verdict.THEIRS, Reason.OTHER_OFFICE);
            assertThat(stranger.asked()).as("nothing is asked of another office").isEmpty();
        }
    }

    private List<TrialStep> run() {
        return trial.run(new PeerView(CODE, "試験市", address, PeerState.ACTIVE, List.of(), List.of("document"), 2000, 1, PeerWay.BOTH_CALL, Instant.EPOCH, 0));
    }

    private void finds(Part part, Verdict verdict, Reason reason) {
        assertThat(run()).filteredOn(step -> step.part() == part).extracting(step -> step.verdict() + " " + step.reason()).containsExactly(verdict + " " + reason);
    }

    private static String capability(Instant now, String services) {
        return "{\"office\":\"" + CODE + "\",\"name\":\"試験市\",\"versions\":[\"v1\"],\"now\":\"" + now + "\",\"until\":\"" + now.plusSeconds(60)
                + "\",\"limits\":{\"messageBytes\":1000000,\"pieceBytes\":8388608,\"pieces\":4096,\"perMinute\":600},\"services\":[" + services
                + "],\"algorithms\":[\"sha-256\"]}";
    }
}
