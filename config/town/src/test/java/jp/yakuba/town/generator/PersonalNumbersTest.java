package jp.yakuba.town.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("見本の個人番号")
class PersonalNumbersTest {
    private final PersonalNumbers numbers = new PersonalNumbers("a key for this test");

    @Test
    @DisplayName("番号は一人ひとり違い、十二桁")
    void numbersDiffer() {
        assertThat(LongStream.rangeClosed(1, 100_000).mapToObj(PersonalNumbers::personalNumber).distinct())
                .hasSize(100_000).allMatch(number -> number.matches("[0-9]{12}"));
    }

    @Test
    @DisplayName("検査数字はモジュラス11・ウェイト2から7")
    void checkDigitsFollowModulusEleven() {
        // 1x2+2x3+3x4+4x5+5x6+6x7+7x2+8x3+9x4 = 186, 186 mod 11 = 10, 11 - 10 = 1
        assertThat(SerialNumbers.withCheckDigit("987654321")).isEqualTo("9876543211");
        assertThat(SerialNumbers.of(1)).isEqualTo("0000000019");
    }

    @Test
    @DisplayName("封じた番号は本人のものとしてだけ開く")
    void opensOnlyForTheOwner() throws GeneralSecurityException {
        var owner = UUID.randomUUID();
        var sealed = numbers.seal(owner, "123456789018");
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("123456789018");
        assertThat(numbers.open(owner, sealed)).isEqualTo("123456789018");
        assertThatThrownBy(() -> numbers.open(UUID.randomUUID(), sealed)).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    @DisplayName("別の鍵では開かない")
    void opensOnlyWithTheKey() {
        var owner = UUID.randomUUID();
        var sealed = new PersonalNumbers("another key").seal(owner, "123456789018");
        assertThatThrownBy(() -> numbers.open(owner, sealed)).isInstanceOf(GeneralSecurityException.class);
    }
}
