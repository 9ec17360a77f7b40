package jp.yakuba.account.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("確認コード(RFC 6238)")
class OneTimeCodeTest {
    private static final OneTimeCode RFC = new OneTimeCode("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    @ParameterizedTest(name = "{0} 秒 → {1}")
    @CsvSource({"59,94287082", "1111111109,07081804", "1111111111,14050471", "1234567890,89005924",
        "2000000000,69279037", "20000000000,65353130"})
    @DisplayName("RFC 6238 附属書Bの値と同じコードになる")
    void givesTheCodesOfTheStandard(long second, String code) {
        var step = OneTimeCode.stepAt(Instant.ofEpochSecond(second));

        assertThat(RFC.at(step, 8)).isEqualTo(code);
    }

    @ParameterizedTest(name = "{0} 秒ずれ")
    @CsvSource({"-30,true", "0,true", "59,true", "-31,false", "60,false"})
    @DisplayName("前後30秒のずれは許し、それより離れたコードは断る")
    void bearsClocksThatDifferALittle(long shift, boolean accepted) {
        var now = Instant.ofEpochSecond(1_234_567_890);
        var typed = RFC.at(OneTimeCode.stepAt(now.plusSeconds(shift)));

        assertThat(RFC.stepOf(typed, now, 0).isPresent()).isEqualTo(accepted);
    }

    @Test
    @DisplayName("使ったコードは二度と使えない")
    void worksOnce() {
        var now = Instant.ofEpochSecond(1_234_567_890);
        var step = OneTimeCode.stepAt(now);
        var typed = RFC.at(step);

        assertThat(RFC.stepOf(typed, now, 0)).isEqualTo(OptionalLong.of(step));
        assertThat(RFC.stepOf(typed, now, step)).isEmpty();
    }

    @Test
    @DisplayName("全角の数字と空白も読み取る")
    void readsWhatAJapaneseKeyboardTypes() {
        var now = Instant.ofEpochSecond(59);
        var code = RFC.at(OneTimeCode.stepAt(now));
        var typed = " " + code.chars().mapToObj(digit -> String.valueOf((char) (digit - '0' + '０')))
                .reduce("", String::concat) + " ";

        assertThat(RFC.stepOf(typed, now, 0)).isPresent();
    }

    @Test
    @DisplayName("鍵をBase32で書く")
    void writesTheSecretInBase32() {
        assertThat(RFC.base32()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }
}
