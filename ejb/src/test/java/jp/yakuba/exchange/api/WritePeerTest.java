package jp.yakuba.exchange.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("相手方の登録の内容")
class WritePeerTest {
    private static final String ADDRESS = "https://exchange.komae.example/api/exchange/v1";

    @Test
    @DisplayName("正しいものには誤りがない。端の値も")
    void whatIsRight() {
        assertThat(peer("132195", "狛江市", ADDRESS, 1024, 1).wrong()).isEmpty();
        assertThat(peer("132195", "あ".repeat(100), "https://[2001:db8::1]:8445/lg/api/exchange/v1", 2_147_483_648L, 100_000).wrong()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://a.example/api/exchange/v1", "https://a.example/api/exchange/v1/", "https://a.example/api/exchange/v2", "https://a.example",
        "https://u:p@a.example/api/exchange/v1", "https://a.example/api/exchange/v1?x=1", "https://a.example/api/exchange/v1#x", "https:///api/exchange/v1",
        "a.example/api/exchange/v1", "https://a b/api/exchange/v1", "javascript:alert(1)//api/exchange/v1", ""})
    @DisplayName("所在は https で始まり /api/exchange/v1 で終わる")
    void addressesThatAreNone(String address) {
        assertThat(peer("132195", "狛江市", address, 2000, 1).wrong()).containsExactly(PeerField.ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"132194", "13219", "1321955", "abcdef", "", "１３２１９５"})
    @DisplayName("番号は検査数字の合う半角6桁")
    void codesThatAreNone(String code) {
        assertThat(peer(code, "狛江市", ADDRESS, 2000, 1).wrong()).containsExactly(PeerField.CODE);
    }

    @Test
    @DisplayName("空の名前、改行、範囲を外れた上限、知らない形の業務は、それぞれの欄の誤りになる")
    void eachFieldIsTold() {
        var wrong = new WritePeer("132195", " ", ADDRESS, Set.of("Document"), Set.of("a b"), 1023, 0, null).wrong();
        assertThat(wrong).containsExactlyInAnyOrder(PeerField.NAME, PeerField.SERVICES, PeerField.ASKED, PeerField.MOST_BYTES, PeerField.PER_MINUTE);
        assertThat(peer("132195", "狛江\n市", ADDRESS, 2_147_483_649L, 100_001).wrong())
                .containsExactlyInAnyOrder(PeerField.NAME, PeerField.MOST_BYTES, PeerField.PER_MINUTE);
    }

    private static WritePeer peer(String code, String name, String address, long bytes, int perMinute) {
        return new WritePeer(code, name, address, Set.of("document"), Set.of(), bytes, perMinute, null);
    }
}
