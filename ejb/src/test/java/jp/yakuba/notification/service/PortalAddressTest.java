package jp.yakuba.notification.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("メールに書く公開アドレス")
class PortalAddressTest {
    @ParameterizedTest(name = "{0}")
    @DisplayName("いくつかあれば最初のもの、なければこの機械")
    @CsvSource(nullValues = "none", value = {
        "https://portal.example, https://portal.example",
        "https://portal.example/ https://www.portal.example, https://portal.example",
        "'  ', http://localhost:1", "none, http://localhost:1"})
    void isTheFirstThatIsNamed(String configured, String expected) {
        assertThat(PortalAddress.base(configured, "http://localhost:1")).isEqualTo(expected);
    }
}
