package jp.yakuba.account.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("パスワード")
class PasswordTest {
    private static final int FEW_ROUNDS = 1000;

    @Test
    @DisplayName("同じパスワードだけが合い、塩は毎回ちがう")
    void fitsOnlyThePasswordThatWasHashed() {
        var hash = PasswordHash.of("さくらの咲く町で会う", FEW_ROUNDS);
        var again = PasswordHash.of("さくらの咲く町で会う", FEW_ROUNDS);

        assertThat(hash.fits("さくらの咲く町で会う")).isTrue();
        assertThat(hash.fits("さくらの咲く町で合う")).isFalse();
        assertThat(hash.text()).isNotEqualTo(again.text());
    }

    @Test
    @DisplayName("新しいハッシュは21万回以上くり返す")
    void newHashesTakeManyRounds() {
        assertThat(Integer.parseInt(PasswordHash.of("0123456789ab").text().split("\\$")[1])).isGreaterThanOrEqualTo(210_000);
    }

    @ParameterizedTest(name = "{0} → {2}")
    @CsvSource({
        "correct horse battery,taro@town.example,true",
        "さくらのさくまちであう,taro@town.example,true",
        "short,taro@town.example,false",
        "aaaaaaaaaaaaaaa,taro@town.example,false",
        "password123,taro@town.example,false",
        "1234567890,taro@town.example,false",
        "hanako-yamada-99,hanako-yamada@town.example,false"})
    @DisplayName("長さと、よく試される言葉でないことだけを求める")
    void asksForLengthNotForKindsOfCharacters(String password, String mail, boolean accepted) {
        assertThat(PasswordRule.accepts(password, mail)).isEqualTo(accepted);
    }

    @Test
    @DisplayName("復旧コードは大文字小文字と記号のちがいを問わない")
    void recoveryCodesAreReadKindly() {
        var owner = java.util.UUID.randomUUID();

        assertThat(RecoveryCode.hashOf(owner, "abcd-EFGH-jkmn")).isEqualTo(RecoveryCode.hashOf(owner, "ABCDEFGHJKMN "));
        assertThat(RecoveryCode.fresh()).matches("[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}");
    }
}
