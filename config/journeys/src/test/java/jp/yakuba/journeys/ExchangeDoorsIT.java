package jp.yakuba.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import jp.yakuba.cards.CardBox;
import jp.yakuba.launcher.RunningOffice;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("二つの町と、そのあいだの入口")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(NeighbouringTowns.Door.class)
class ExchangeDoorsIT {
    private static final int ALERT = 21;

    private static NeighbouringTowns towns;

    @BeforeAll
    static void open(NeighbouringTowns shared) {
        towns = shared;
    }

    @Test
    @Order(1)
    @DisplayName("どちらの入口も、相手の町の証明書を TLS 1.3 で受け、自分の町の番号を名乗る")
    void eachTakesTheOthersCertificate() throws IOException {
        for (var pair : List.of(List.of(first(), second()), List.of(second(), first()))) {
            var heard = Caller.of(pair.get(0)).call(pair.get(1));

            assertThat(heard.line()).startsWith("HTTP/1.1 ");
            assertThat(heard.version()).isEqualTo("TLSv1.3");
            assertThat(code(heard.host())).isEqualTo("LG:JP-" + pair.get(1).settings().town());
        }
    }

    @Test
    @Order(2)
    @DisplayName("進みぐあいの行は、みな町の名で始まる")
    void linesBeginWithTheTown() {
        assertThat(towns.said()).isNotEmpty().allMatch(line -> line.startsWith("芽室町: ") || line.startsWith("東大和市: "));
    }

    @Test
    @Order(3)
    @DisplayName("どちらの町も、相手をその番号と入口で知っている")
    void eachKnowsTheOther() throws SQLException {
        assertThat(peers(first())).containsExactly("132209 東大和市 " + second().settings().exchangeAddress());
        assertThat(peers(second())).containsExactly("016373 芽室町 " + first().settings().exchangeAddress());
    }

    @Test
    @Order(3)
    @DisplayName("どちらの町も、できることと手順書(OpenAPI)を相手に言い、知らない版は符号をつけて断る")
    void eachTellsWhatItCanDo() throws IOException {
        var caller = Caller.of(first());

        assertThat(caller.ask("/api/exchange/v1/capability", second())).startsWith("HTTP/1.1 200").contains("\"office\":\"132209\"", "\"document\"", "\"pieceBytes\":8388608");
        assertThat(caller.ask("/api/exchange/v1/openapi.json", second())).startsWith("HTTP/1.1 200").contains("application/json", "\"openapi\": \"3.1.0\"");
        assertThat(caller.ask("/api/exchange/v2/messages", second())).startsWith("HTTP/1.1 404").contains("application/problem+json", "urn:yakuba:problem:EXC-052");
        assertThat(caller.ask("/api/exchange/v1/nothing", second())).startsWith("HTTP/1.1 404").doesNotContain("EXC-052");
    }

    @Test
    @Order(4)
    @DisplayName("証明書のない者、知らない認証局の者、カードや職責の鍵で来た者は、握手で断られる")
    void strangersAreRefused(@TempDir Path folder) throws IOException, InterruptedException {
        var host = first();
        var password = host.secrets().get("keys");

        for (var stranger : List.of(Caller.withoutCertificate(host),
                Caller.with(Caller.selfMade(folder), "self-made", host),
                Caller.with(card(host), CardBox.PASSWORD, host),
                Caller.with(host.keys().resolve("signing.p12"), password, host),
                Caller.with(host.keys().resolve("server.p12"), password, host))) {
            assertThatThrownBy(() -> stranger.call(host)).isInstanceOf(IOException.class);
        }
        assertThat(Caller.of(second()).call(host).line()).as("and a neighbour is still served").startsWith("HTTP/1.1 ");
    }

    @Test
    @Order(5)
    @DisplayName("TLS 1.2 しか話さない相手は、正しい証明書を持っていても断られる")
    void olderTlsIsRefused() {
        assertThatThrownBy(() -> Caller.of(second()).callIn("TLSv1.2", first())).isInstanceOf(IOException.class);
    }

    @ParameterizedTest(name = "3.{0}")
    @Order(6)
    @ValueSource(ints = {0, 1, 2, 3})
    @DisplayName("SSL 3.0 から TLS 1.2 まで、再交渉を申し出るあいさつには、断りだけが返る")
    void oldGreetingsGetAnAlert(int minorVersion) {
        var answer = Caller.greet(first(), minorVersion);

        assertThat(answer).as("one alert, fatal, and the end").hasSize(7);
        assertThat(answer[0]).isEqualTo((byte) ALERT);
        assertThat(answer[5]).as("fatal").isEqualTo((byte) 2);
        assertThat(answer[6]).as("protocol_version or handshake_failure").isIn((byte) 70, (byte) 40);
    }

    @Test
    @Order(7)
    @DisplayName("言いかけて黙った相手を、十秒あまりで切る")
    void whoeverFallsSilentIsCutOff() throws IOException {
        assertThat(Caller.of(second()).fallSilentAfter("PUT /api/exchange/v1/mess", first()))
                .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(30));
    }

    @Test
    @Order(8)
    @DisplayName("新しい鍵を古い鍵のとなりに置けば、切れ目なく、どちらからも通じる")
    void aKeyIsRenewedWithoutAGap() throws IOException {
        var renewed = second().exchange().addKey(Instant.now());
        var console = Console.of(second());
        console.act("subsystem=elytron/key-store=exchangeKeys", "load");
        console.act("subsystem=elytron/key-manager=exchangeKeys", "init");

        assertThat(Caller.of(second()).call(first()).line()).startsWith("HTTP/1.1 ");
        assertThat(Stream.generate(() -> shownBy(second())).limit(3)).allMatch(shown -> code(shown).equals("LG:JP-132209"));
        assertThat(renewed.getNotBefore()).isBeforeOrEqualTo(new java.util.Date());
    }

    @Test
    @Order(9)
    @DisplayName("一つの町が急に落ちても、もう一つは開いたまま。落ちた町は開きなおして、また通じる")
    void oneIsKilledAndComesBack() throws IOException {
        var killed = second();
        towns.kill(towns.higashiyamato());

        assertThatThrownBy(() -> Caller.of(first()).call(killed)).isInstanceOf(IOException.class);
        assertThat(Caller.of(killed).call(first()).line()).startsWith("HTTP/1.1 ");

        towns.restart(towns.higashiyamato());
        var again = second();
        assertThat(again).isNotSameAs(killed);
        assertThat(Caller.of(first()).call(again).line()).startsWith("HTTP/1.1 ");
        assertThat(Caller.of(again).call(first()).line()).startsWith("HTTP/1.1 ");
    }

    private static RunningOffice first() {
        return towns.memuro().running();
    }

    private static RunningOffice second() {
        return towns.higashiyamato().running();
    }

    private static X509Certificate shownBy(RunningOffice host) {
        try {
            return Caller.of(first()).call(host).host();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path card(RunningOffice office) throws IOException {
        try (var cards = java.nio.file.Files.walk(office.settings().home().resolve("cards"))) {
            return cards.filter(file -> file.endsWith("sign-in.p12")).findFirst().orElseThrow();
        }
    }

    private static String code(X509Certificate certificate) {
        var subject = certificate.getSubjectX500Principal().getName("RFC1779", java.util.Map.of("2.5.4.97", "ORG"));
        return subject.replaceFirst(".*ORG=\"?([^\",]+).*", "$1");
    }

    private static List<String> peers(RunningOffice office) throws SQLException {
        try (var connection = office.database().owner().getConnection(); var statement = connection.createStatement();
                var rows = statement.executeQuery("select code || ' ' || name || ' ' || address from yakuba.exc_peer where state = 'ACTIVE'")) {
            var found = new java.util.ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
