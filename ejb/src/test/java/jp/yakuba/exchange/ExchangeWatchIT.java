package jp.yakuba.exchange;

import static jp.yakuba.exchange.OperatorsFixture.CODE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.yakuba.AsDesk;
import jp.yakuba.exchange.PeerServer.Answer;
import jp.yakuba.exchange.api.CertificateLine;
import jp.yakuba.exchange.api.ExchangeProblem;
import jp.yakuba.exchange.api.ExchangeWatchDesk;
import jp.yakuba.exchange.api.PeerTrialDesk;
import jp.yakuba.exchange.api.TrafficLine;
import jp.yakuba.exchange.api.TrialStep;
import jp.yakuba.exchange.api.TrialStep.Part;
import jp.yakuba.exchange.api.TrialStep.Reason;
import jp.yakuba.exchange.api.TrialStep.Verdict;
import jp.yakuba.exchange.api.WaitingLine;
import jp.yakuba.exchange.service.PeerTrial;
import jp.yakuba.exchange.store.PeerStore;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@DisplayName("文書交換の状況と自己診断(コンテナ内)")
class ExchangeWatchIT {
    @Inject
    private OperatorsFixture town;

    @Inject
    private ExchangeWatchDesk watch;

    @Inject
    private PeerTrialDesk trial;

    @Inject
    private PeerTrial steps;

    @Inject
    private PeerStore peers;

    @Inject
    private AsDesk asDesk;

    @BeforeEach
    void open() throws Exception {
        town.open();
        town.asOwner("DELETE FROM yakuba.exc_use WHERE peer = '" + CODE + "'");
        town.asOwner("DELETE FROM yakuba.exc_certificate WHERE peer = '" + CODE + "'");
    }

    @AfterEach
    void close() throws Exception {
        town.close();
    }

    @Test
    @DisplayName("待っているものと、日ごとのやりとりを、相手方ごとに数える")
    void whatWaitsAndWentIsCounted() throws Exception {
        var before = waiting();
        var parcel = town.sealed(UUID.randomUUID(), 1, 100, "now() + interval '1 hour'");
        town.asOwner("UPDATE yakuba.exc_parcel SET problem = 'PEER_AWAY', ordered_at = now() - interval '3 days' WHERE id = '" + parcel + "'");
        var now = waiting();
        assertThat(now.waiting()).isEqualTo(before.waiting() + 1);
        assertThat(now.problem()).isEqualTo("PEER_AWAY");
        assertThat(now.oldest()).isBefore(Instant.now().minusSeconds(2 * 86_400));

        var day = LocalDate.now(ZoneId.of("Asia/Tokyo")).minusDays(1); // its noon stays the same while today may end
        var noon = "timestamptz '" + day + " 12:00:00+09'";
        use("false, 'document', 'try', 'PEER_AWAY'", noon + " - interval '2 seconds'");
        use("false, 'document', 'try', 'EXC-018'", noon);
        use("false, 'document', 'hand-over', 'HANDED_OVER'", noon);
        use("false, 'document', 'answer', 'RECEIPTED'", noon);
        use("true, 'document', 'open', 'STORED'", noon);
        use("true, 'document', 'judge', 'virus-found'", noon);
        use("true, 'document', 'open', 'STORED'", noon + " - interval '20 days'");
        assertThat(traffic()).containsExactly(new TrafficLine(day, CODE, "試験市", 1, 1, 0, 2, "EXC-018", 1, 0, 1));
        assertThatThrownBy(() -> town.asStaffOf("general", () -> watch.waiting())).isInstanceOf(EJBAccessException.class);
    }

    private List<TrafficLine> traffic() throws Exception {
        return town.asOperator(() -> watch.traffic(14)).stream().filter(line -> line.peer().equals(CODE)).toList();
    }

    private WaitingLine waiting() throws Exception {
        return town.asOperator(() -> watch.waiting()).stream().filter(line -> line.peer().equals(CODE)).findFirst().orElseThrow();
    }

    private void use(String what, String at) throws Exception {
        town.asOwner("INSERT INTO yakuba.exc_use (at, peer, incoming, service, deed, outcome, message, bytes) VALUES (" + at + ", '" + CODE + "', " + what
                + ", gen_random_uuid(), 1)");
    }

    @Test
    @DisplayName("証明書は、つないだときに控えられ、期限が近づくと段階を追って注意になる。失効リストの古さも分かる")
    void certificatesAreWatched() throws Exception {
        town.turnLineOn();
        assertThat(run().get(Part.CAPABILITY).verdict()).isNotEqualTo(Verdict.SKIPPED);
        var shown = certificate();
        assertThat(shown.use()).isEqualTo(CertificateLine.Use.WAS_CALLED);
        assertThat(shown.warning()).isZero();
        assertThat(shown.fingerprint()).matches("[0-9a-f]{64}");
        warns("59 days", 1);
        warns("29 days", 2);
        warns("6 days", 3);
        warns("-1 hours", CertificateLine.OVER);
        assertThat(town.asOperator(() -> watch.state()).needsLook()).isTrue();
        assertThat(town.asOperator(() -> watch.certificates())).anyMatch(line -> line.use() == CertificateLine.Use.OWN_LINE)
                .anyMatch(line -> line.use() == CertificateLine.Use.OWN_SIGNATURE);
        assertThat(town.asOperator(() -> watch.lists())).hasSize(2).noneMatch(list -> list.isOver());
    }

    private void warns(String left, int warning) throws Exception {
        town.asOwner("UPDATE yakuba.exc_certificate SET until = now() + interval '" + left + "' WHERE peer = '" + CODE + "'");
        assertThat(certificate().warning()).as(left).isEqualTo(warning);
    }

    private CertificateLine certificate() throws Exception {
        return town.asOperator(() -> watch.certificates()).stream().filter(line -> CODE.equals(line.peer())).findFirst().orElseThrow();
    }

    @Test
    @DisplayName("自己診断は、正しい回線を正しいと言い、続けて押されれば断る")
    void aGoodLineIsGood() throws Exception {
        town.turnLineOn();
        town.server().answers(request -> Answer.json(200, capability(Instant.now(), "\"document\"")));
        var found = town.asOperator(() -> trial.run(CODE));
        assertThat(found).allMatch(step -> step.verdict() == Verdict.WELL);
        assertThat(found).hasSize(Part.values().length);
        assertThatThrownBy(() -> town.asOperator(() -> trial.run(CODE)))
                .satisfies(thrown -> assertThat(OperatorsFixture.problemOf(thrown)).isEqualTo(ExchangeProblem.TRIED_JUST_NOW));
    }

    @Test
    @DisplayName("自己診断は、こちらの不足をこちらの、相手方の誤りを相手方のものと言う")
    void theRightSideIsBlamed() throws Exception {
        finds(Part.OWN_KEY, Verdict.OURS, Reason.KEY_NONE);
        town.turnLineOn();
        town.server().answers(request -> Answer.of(401));
        finds(Part.CAPABILITY, Verdict.THEIRS, Reason.WE_ARE_UNKNOWN);
        town.server().answers(request -> Answer.problem(403, "EXC-003"));
        finds(Part.CAPABILITY, Verdict.THEIRS, Reason.WE_ARE_SUSPENDED);
        town.server().answers(request -> Answer.of(404));
        finds(Part.CAPABILITY, Verdict.WELL, Reason.LEFT_OUT);
        town.server().answers(request -> Answer.json(200, capability(Instant.now().minusSeconds(3600), "\"inquiry\"")));
        finds(Part.CLOCK, Verdict.UNCLEAR, Reason.CLOCKS_DIFFER);
        finds(Part.SERVICES, Verdict.THEIRS, Reason.SERVICES_MISSING);
        town.keys().loseLists();
        finds(Part.CERTIFICATE, Verdict.OURS, Reason.LIST_MISSING);
        town.keys().bringLists();
        town.asOwner("UPDATE yakuba.exc_peer SET address = 'https://nowhere.invalid/api/exchange/v1' WHERE code = '" + CODE + "'");
        finds(Part.NAME, Verdict.UNCLEAR, Reason.NAME_UNKNOWN);
        town.asOwner("UPDATE yakuba.exc_peer SET address = 'https://localhost:1/api/exchange/v1' WHERE code = '" + CODE + "'");
        finds(Part.CONNECTION, Verdict.THEIRS, Reason.CLOSED);
        town.keys().keyOf("990027");
        try (var stranger = new PeerServer(town.keys().keyFile("990027"), jp.yakuba.signature.service.SigningFixture.PASSWORD)) {
            town.asOwner("UPDATE yakuba.exc_peer SET address = '" + stranger.address() + "' WHERE code = '" + CODE + "'");
            finds(Part.CERTIFICATE, Verdict.THEIRS, Reason.OTHER_OFFICE);
            assertThat(stranger.asked()).as("nothing is sent to another office").isEmpty();
        }
    }

    private void finds(Part part, Verdict verdict, Reason reason) throws Exception {
        var all = run();
        assertThat(all.get(part).verdict() + " " + all.get(part).reason()).as(all.toString()).isEqualTo(verdict + " " + reason);
    }

    /** Tries without waiting until it may be tried again, as it could be through the desk. */
    private Map<Part, TrialStep> run() throws Exception {
        return asDesk.call(() -> steps.run(peers.find(CODE).orElseThrow().view())).stream().collect(Collectors.toMap(TrialStep::part, step -> step));
    }

    private static String capability(Instant now, String services) {
        return "{\"office\":\"" + CODE + "\",\"name\":\"試験市\",\"versions\":[\"v1\"],\"now\":\"" + now + "\",\"until\":\"" + now.plusSeconds(60)
                + "\",\"limits\":{\"messageBytes\":1000000,\"pieceBytes\":8388608,\"pieces\":4096,\"perMinute\":600},\"services\":[" + services
                + "],\"algorithms\":[\"sha-256\"]}";
    }
}
