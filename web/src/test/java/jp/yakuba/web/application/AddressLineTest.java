package jp.yakuba.web.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("住所の一行")
class AddressLineTest {
    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "0820012,東二条,８番地,-,〒082-0012 東二条８番地",
        "082-0012,東二条,８番地,役場１階,〒082-0012 東二条８番地 役場１階",
        "0820,東二条,８番地,-,〒0820 東二条８番地",
        "-,東二条,８番地,-,東二条８番地"})
    @DisplayName("郵便番号は三けたと四けたに分けて書く")
    void isWrittenAsPeopleWriteIt(String postal, String place, String lot, String building, String line) {
        var parts = new java.util.HashMap<>(Map.of("place", place, "lot", lot));
        parts.put("postal", postal);
        parts.put("building", building);
        assertThat(AddressLine.of(part -> parts.get(part) == null ? "" : parts.get(part))).isEqualTo(line);
    }
}
