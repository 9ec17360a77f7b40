package jp.yakuba.web.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import jp.yakuba.account.api.Zone;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("公開アドレス")
class PublicAddressesTest {
    private final PublicAddresses town = with(Map.of(
            "YAKUBA_PUBLIC_URL", "https://portal.town.example/ http://portal.town.example",
            "YAKUBA_CARD_URL", "https://card.town.example:444", "YAKUBA_OFFICE_URL", "https://office.lan:443"));
    private final PublicAddresses machine = with(Map.of());

    @ParameterizedTest(name = "{0} {1}: {2}")
    @DisplayName("窓口ごとに、決めてある名前だけを自分の名前と認める")
    @CsvSource(nullValues = "none", value = {
        "PORTAL, portal.town.example, true", "PORTAL, Portal.Town.Example:443, true", "PORTAL, portal.town.example:80, true",
        "PORTAL, portal.town.example:8080, false", "PORTAL, evil.example, false", "PORTAL, portal.town.example.evil.example, false",
        "PORTAL, portal.town.example., false", "PORTAL, evil.example@portal.town.example, false", "PORTAL, '', false",
        "PORTAL, none, false", "PORTAL, office.lan, false",
        "CARD, card.town.example:444, true", "CARD, card.town.example, false", "CARD, portal.town.example, false",
        "OFFICE, office.lan, true", "OFFICE, localhost:8090, false"})
    void eachListenerKnowsItsOwnNames(Zone zone, String host, boolean known) {
        assertThat(town.knows(zone, host)).isEqualTo(known);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("何も決めていなければ、この機械の名前だけ")
    @CsvSource({"localhost:8080, true", "127.0.0.1:8443, true", "localhost, false", "192.168.0.1:8080, false"})
    void withoutAWordThisMachineAloneIsKnown(String host, boolean known) {
        assertThat(machine.knows(Zone.PORTAL, host)).isEqualTo(known);
    }

    @Test
    @DisplayName("答えに書くのは決めてあるアドレスで、頼んだ人の言う名前ではない")
    void whatIsAnsweredWasConfigured() {
        assertThat(town.of(Zone.PORTAL, "https", "portal.town.example")).isEqualTo("https://portal.town.example");
        assertThat(town.of(Zone.PORTAL, "http", "portal.town.example")).isEqualTo("http://portal.town.example");
        assertThat(town.of(Zone.PORTAL, "https", "evil.example")).isEqualTo("https://portal.town.example");
        assertThat(machine.of(Zone.PORTAL, "https", "127.0.0.1:8443")).isEqualTo("https://127.0.0.1:8443");
        assertThat(machine.beside(Zone.CARD, "127.0.0.1")).isEqualTo("https://127.0.0.1:8444");
        assertThat(town.beside(Zone.CARD, "portal.town.example")).isEqualTo("https://card.town.example:444");
        assertThat(town.ofResidents()).containsExactly(
                "https://portal.town.example", "http://portal.town.example", "https://card.town.example:444");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("読めないアドレスでは始まらない")
    @ValueSource(strings = {"portal.town.example", "ftp://portal.town.example", "https://portal.town.example/path",
        "https://user@portal.town.example", "https://portal.town.example?x=1"})
    void anUnreadableAddressIsRefused(String word) {
        assertThatThrownBy(() -> with(Map.of("YAKUBA_PUBLIC_URL", word))).hasMessageContaining("public address");
    }

    private static PublicAddresses with(Map<String, String> environment) {
        var ports = Map.of("http", 8080, "https", 8443, "office", 8090, "card", 8444);
        return new PublicAddresses(environment::get, ports::get);
    }
}
