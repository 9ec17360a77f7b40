package jp.yakuba.exchange.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.yakuba.exchange.api.ExchangeProblem;
import jp.yakuba.exchange.gateway.PeerLine;
import jp.yakuba.exchange.gateway.PeerUnreachable;
import jp.yakuba.kernel.RuleViolation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("相手方の能力の照会")
class PeerCapabilitiesTest {
    private static final URI ADDRESS = URI.create("https://localhost:1/api/exchange/v1");
    private static final String SAID = """
            {"office":"132209","name":"東大和市","versions":["v1"],"now":"2026-11-28T00:00:00Z","until":"2026-11-28T01:00:00Z",
             "limits":{"messageBytes":1000,"pieceBytes":400,"pieces":3,"perMinute":60},"services":["document"],"algorithms":[]}""";

    private final List<URI> asked = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-28T09:00:00Z");
    private PeerLine.Reply reply = reply(200, SAID);
    private final PeerCapabilities capabilities = new PeerCapabilities(new PeerLine() {
        @Override
        public boolean isOn() {
            return true;
        }

        @Override
        public Reply ask(Request request) throws PeerUnreachable {
            asked.add(request.address());
            if (reply == null) {
                throw new PeerUnreachable("away", null);
            }
            return reply;
        }
    }, () -> now);

    private static PeerLine.Reply reply(int status, String body) {
        return new PeerLine.Reply(status, "application/json", Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    private void require(String service, long bytes, int piece) throws PeerUnreachable {
        capabilities.require("132209", ADDRESS, service, bytes, piece);
    }

    private void refused(String service, long bytes, int piece) {
        assertThatThrownBy(() -> require(service, bytes, piece)).isInstanceOfSatisfying(RuleViolation.class,
                refusal -> assertThat(refusal.problem()).isEqualTo(ExchangeProblem.NOT_OFFERED));
    }

    @Test
    @DisplayName("相手方が受け取らない業務、大きさ、部分の数なら送らない")
    void whatIsNotTakenIsNotSent() {
        assertThatCode(() -> require("document", 1000, 400)).doesNotThrowAnyException();
        assertThatCode(() -> require("document", 300, 4096)).as("a message smaller than a piece").doesNotThrowAnyException();
        refused("document", 1001, 400);
        refused("document", 1000, 300);
        refused("document", 500, 500);
        refused("ledger", 10, 400);
    }

    @Test
    @DisplayName("答えは、相手方の時計が違っても、言われた間だけ使い、終われば聞き直す。住所が変わっても聞き直す")
    void theirWordEnds() throws PeerUnreachable {
        require("document", 10, 400);
        now = now.plusSeconds(3599);
        require("document", 10, 400);
        assertThat(asked).containsExactly(URI.create(ADDRESS + "/capability"));
        now = now.plusSeconds(2);
        require("document", 10, 400);
        assertThat(asked).hasSize(2);
        capabilities.require("132209", URI.create("https://localhost:2/x"), "document", 10, 400);
        assertThat(asked).hasSize(3);
        reply = reply(200, SAID.replace("1000", "5"));
        now = now.plusSeconds(4000);
        refused("document", 10, 400);
    }

    @Test
    @DisplayName("答えない相手、読めない答え、別の役所の答えは、何も言わないのと同じで、取り決めどおりに送る")
    void whoSaysNothingIsTried() {
        for (var nothing : List.of(reply(404, ""), reply(200, "[]"), reply(200, "{}"), reply(200, SAID.replace("132209", "016373")), reply(200, SAID.replace("2026", "x")))) {
            reply = nothing;
            now = now.plusSeconds(601);
            assertThatCode(() -> require("ledger", 1L << 40, 400)).doesNotThrowAnyException();
        }
        assertThat(asked).hasSize(5);
    }

    @Test
    @DisplayName("つながらなければ、そう言い、次にまた聞く")
    void whoIsAwayIsAskedAgain() {
        reply = null;
        assertThatThrownBy(() -> require("document", 10, 400)).isInstanceOf(PeerUnreachable.class);
        reply = reply(200, SAID);
        assertThatCode(() -> require("document", 10, 400)).doesNotThrowAnyException();
    }
}
