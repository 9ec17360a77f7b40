package jp.yakuba.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("公的な番号の検査数字")
class OfficialNumbersTest {

    @Test
    @DisplayName("全国の団体コード1,916件がすべて合う")
    void everyMunicipalityOfTheCountryPasses() throws IOException {
        var codes = municipalityCodes();
        assertThat(codes).hasSize(1916).allSatisfy(code -> {
            assertThat(MunicipalityCode.isValid(code)).isTrue();
            assertThat(MunicipalityCode.ofFive(code.substring(0, 5)).value()).isEqualTo(code);
        });
    }

    @ParameterizedTest
    @DisplayName("一桁でも違う団体コードは断る")
    @ValueSource(strings = {"016374", "026373", "132290", "16373", "０１６３７３", "", "01637a"})
    void refusesMunicipalityCodesThatDoNotAddUp(String wrong) {
        assertThat(MunicipalityCode.isValid(wrong)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new MunicipalityCode(wrong));
    }

    @Test
    @DisplayName("団体コードは都道府県と五桁に分かれる")
    void aMunicipalityCodeTellsItsPrefecture() {
        var memuro = new MunicipalityCode("016373");
        assertThat(memuro.prefecture()).isEqualTo("01");
        assertThat(memuro.five()).isEqualTo("01637");
    }

    @ParameterizedTest(name = "{0} → {1}")
    @DisplayName("法人番号")
    @CsvSource(textBlock = """
            # 富里市, real
            1000020122335, true
            # 小平市, real
            2000020132110, true
            # 芽室町, 東大和市
            8000020016373, true
            3000020132209, true
            # another check digit
            4000020132209, false
            # two digits change places
            1000020123235, false
            100002012233, false
            """)
    void corporateNumbersCarryTheirCheckDigitFirst(String number, boolean valid) {
        assertThat(CorporateNumber.isValid(number)).isEqualTo(valid);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @DisplayName("個人番号(番号法総務省令5条、架空の番号)")
    @CsvSource(textBlock = """
            123456789018, true
            987654321093, true
            123456789019, false
            123456798018, false
            12345678901, false
            """)
    void personalNumbersCarryTheirCheckDigitLast(String number, boolean valid) {
        assertThat(PersonalNumber.isValid(number)).isEqualTo(valid);
    }

    @Test
    @DisplayName("個人番号は自分を印字しない、断り文にも出ない")
    void aPersonalNumberNeverPrintsItself() {
        assertThat(new PersonalNumber("123456789018")).asString().doesNotContainPattern("[0-9]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PersonalNumber("123456789019"))
                .withMessageNotContaining("123456789019");
    }

    @ParameterizedTest(name = "{0} in {1} digits → {2}")
    @DisplayName("宛名番号は連番とモジュラス11(住民記録標準仕様1.1.13)")
    @CsvSource(textBlock = """
            # 1×2 = 2, 11 - 2
            1, 10, 0000000019
            # 3×2 + 2×3 + 1×4 = 16, 16 mod 11 = 5, 11 - 5
            123, 10, 0000001236
            # 7×2 + 2×4 = 22, remainder 0 gives 0
            207, 10, 0000002070
            # 6×2 = 12, remainder 1 would need two digits
            6, 10, 0000000060
            # the weights begin again at the seventh place
            1000000, 10, 0010000009
            """)
    void addressNumbersAreSerialsWithACheckDigit(long serial, int length, String expected) {
        assertThat(AddressNumber.ofSerial(serial, length).value()).isEqualTo(expected);
        assertThat(AddressNumber.isValid(expected)).isTrue();
    }

    @Test
    @DisplayName("宛名番号は一桁の打ち間違いを見つける")
    void addressNumbersFindAWrongDigit() {
        assertThat(AddressNumber.isValid("0000001326")).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> AddressNumber.ofSerial(1_000_000_000L, 10));
    }

    private static List<String> municipalityCodes() throws IOException {
        try (var stream = OfficialNumbersTest.class.getResourceAsStream("municipality-codes.txt")) {
            return List.of(new String(stream.readAllBytes(), StandardCharsets.US_ASCII).trim().split("\\s+"));
        }
    }
}
