package jp.yakuba.account.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("メールアドレス")
class MailAddressTest {
    @ParameterizedTest
    @ValueSource(strings = {"hanako@resident.example", "a.b+c@mail.town.example.jp", "da..me.@docomo.example.jp",
            "o'neil@x.example"})
    @DisplayName("ふつうの書き方は読める")
    void ordinaryAddressesAreRead(String typed) {
        assertThat(MailAddress.isReadable(MailAddress.tidy(typed))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hanako", "hanako@", "@resident.example", "hanako@localhost", "a@b@c.example",
            "hanako@resident.example\r\nBcc: x@y.example",
            "hanako\n@resident.example", "hanako\u0000@resident.example", "hana\u202eko@resident.example",
                    "h\u0430nako@resident.example",
            "hanako@r\u0435sident.example", "hana\u200bko@resident.example", "hanako\u2028@resident.example",
                    "<hanako@resident.example>",
            "hanako@resident.example,taro@resident.example", "\"a b\"@resident.example", "hanako(x)@resident.example",
                    "hanako@-.", "a@b.example>"})
    @DisplayName("改行や見えない字、ほかの文字に似せた字、ふたつの宛先は読まない")
    void tricksAreNotRead(String typed) {
        assertThat(MailAddress.isReadable(MailAddress.tidy(typed))).isFalse();
    }

    @Test
    @DisplayName("全角で打っても、同じ住所になる")
    void fullWidthBecomesPlain() {
        assertThat(MailAddress.tidy("　ｈａｎａｋｏ＠ｒｅｓｉｄｅｎｔ．ｅｘａｍｐｌｅ ")).isEqualTo("hanako@resident.example");
    }

    @Test
    @DisplayName("長すぎるものは読まない")
    void tooLongIsNotRead() {
        assertThat(MailAddress.isReadable("a".repeat(65) + "@resident.example")).isFalse();
        assertThat(MailAddress.isReadable("a@" + "b.".repeat(200) + "example")).isFalse();
    }
}
