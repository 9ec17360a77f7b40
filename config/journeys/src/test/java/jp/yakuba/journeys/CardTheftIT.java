package jp.yakuba.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("人のカードで入る企て")
class CardTheftIT extends Journey {
    private static final String CARD = "resident-2";

    @ParameterizedTest(name = "{0}")
    @DisplayName("決めてある名前のほかで頼まれたことは断り、その名前を答えに書かず、記録する")
    @ValueSource(strings = {"/card/start", "/home", "/sign-in", "/assets/yakuba.css", "/api/procedures"})
    void aNameThatIsNotOursIsRefused(String path) {
        var refusals = Refusals.fromNow(office());

        var answer = asked(office().running().settings().ports().http(), path, "evil.example");

        assertThat(answer).startsWith("HTTP/1.1 421").doesNotContain("evil.example").doesNotContain("Set-Cookie: yakuba_card");
        assertThat(refusals.written()).anyMatch(line -> line.deed().equals("web.refused") && line.reason().equals("unknown name"));
    }

    @Test
    @DisplayName("職員の入口も、決めてある名前でだけ開く。動いているかどうかは、どの名前でも答える")
    void theOfficeIsKnownByItsOwnNameAlone() {
        int office = office().running().settings().ports().office();

        assertThat(asked(office, "/office/sign-in", "evil.example")).startsWith("HTTP/1.1 421");
        assertThat(asked(office, "/office/sign-in", "localhost:" + office().running().settings().ports().http()))
                .as("the portal's name is not the office's").startsWith("HTTP/1.1 421");
        assertThat(asked(office, "/health/live", "10.0.0.1")).startsWith("HTTP/1.1 200");
    }

    @Test
    @DisplayName("帰り道は決めてあるアドレスで、頼む人が見出しで変えることはできない")
    void theWayHomeIsConfigured() {
        var attacker = Intruder.atPortal(office());
        var away = attacker.send("GET", "/card/start", java.net.http.HttpRequest.BodyPublishers.noBody(),
                        Map.of("X-Forwarded-Host", "evil.example", "Forwarded", "host=evil.example;proto=https"))
                .headers().firstValue("Location").orElseThrow();

        assertThat(away).startsWith(office().card("/card/sign-in?state="));
        assertThat(ShownCard.of(office(), CARD).at(away)).startsWith(office().portal("/card/home?token="));
    }

    @Test
    @DisplayName("人を誘ってカードを読ませても、始めたブラウザーのほかでは入れず、そのしるしは使えなくなる")
    void aTokenComesHomeWithTheBrowserThatBegan() {
        var attacker = Intruder.atPortal(office());
        var away = attacker.get("/card/start").headers().firstValue("Location").orElseThrow();
        var victim = Intruder.atPortal(office());
        var refusals = Refusals.fromNow(office());

        var home = ShownCard.pathOf(ShownCard.of(office(), CARD).at(away));
        var inVictimsBrowser = victim.get(home).headers().firstValue("Location").orElseThrow();
        var inAttackersBrowser = attacker.get(home).headers().firstValue("Location").orElseThrow();

        assertThat(inVictimsBrowser).contains("/sign-in?card=ACC-019");
        assertThat(victim.cookies()).doesNotContainKey("yakuba_portal");
        assertThat(inAttackersBrowser).contains("/sign-in?card=ACC-019");
        assertThat(attacker.cookies()).doesNotContainKey("yakuba_portal");
        assertThat(refusals.written()).anyMatch(line -> line.deed().equals("account.card.take"));
    }

    @Test
    @DisplayName("アドレスに出るしるしだけでは、だれも始めたブラウザーになりすませない")
    void whatStandsInTheAddressIsNotTheSecretOfTheBrowser() {
        var attacker = Intruder.atPortal(office());
        var away = attacker.get("/card/start").headers().firstValue("Location").orElseThrow();
        var state = away.substring(away.indexOf("state=") + "state=".length());

        assertThat(attacker.cookies().get("yakuba_card")).isNotEmpty().isNotEqualTo(state);
    }

    private static String asked(int port, String path, String host) {
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
