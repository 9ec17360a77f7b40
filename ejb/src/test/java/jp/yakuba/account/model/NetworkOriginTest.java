package jp.yakuba.account.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("接続元")
class NetworkOriginTest {
    @ParameterizedTest(name = "{0}")
    @DisplayName("IPv4 は一つずつ、IPv6 は網ごとに数える")
    @CsvSource({
        "192.0.2.1, 192.0.2.1", "test, test", "'', ''",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64", "2001:db8:1:2::9, 2001:db8:1:2::/64", "2001:0DB8::9, 2001:db8:0:0::/64",
        "::1, 0:0:0:0::/64", "fe80::1%eth0, fe80:0:0:0::/64", "1::2:3:4:5:6:7, 1:0:2:3::/64",
        "::ffff:192.0.2.1, ::ffff:192.0.2.1"})
    void networksCountTogether(String address, String network) {
        assertThat(new NetworkOrigin(address).network()).isEqualTo(network);
    }
}
