package jp.yakuba.signature.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("証明書の名")
class CertificateNamesTest {
    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', value = {
        "CN=芽室町長,O=芽室町,C=JP | 芽室町長", "OU=職責認証局,O=LGPKI,C=JP | 職責認証局", "O=芽室町\\, 総務課,C=JP | 芽室町, 総務課", "C=JP | C=JP"})
    @DisplayName("証明書の名は、人が読む一語にする")
    void namesAreShort(String distinguished, String shown) {
        assertThat(CertificateNames.shortName(distinguished)).isEqualTo(shown);
    }
}
