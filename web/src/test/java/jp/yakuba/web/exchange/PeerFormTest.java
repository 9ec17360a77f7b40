package jp.yakuba.web.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import jp.yakuba.exchange.api.PeerField;
import jp.yakuba.exchange.api.PeerState;
import jp.yakuba.exchange.api.PeerView;
import jp.yakuba.exchange.api.PeerWay;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("相手方の登録の欄")
class PeerFormTest {
    @ParameterizedTest
    @ValueSource(longs = {1024, 1_234_567, 2_147_483_648L, 1_048_576})
    @DisplayName("見せたままを保存すれば、上限は1バイトも変わらない")
    void whatIsShownIsWhatStands(long bytes) {
        var peer = new PeerView("132195", "狛江市", "https://a.example/api/exchange/v1", PeerState.ACTIVE, List.of("document"), List.of(), bytes, 7, PeerWay.THEY_COLLECT, Instant.EPOCH, 3);
        var words = PeerForm.of(peer).words("132195");
        assertThat(words.mostBytes()).isEqualTo(bytes);
        assertThat(words.perMinute()).isEqualTo(7);
        assertThat(words.services()).containsExactly("document");
        assertThat(words.way()).isEqualTo(PeerWay.THEY_COLLECT);
        assertThat(words.wrong()).isEmpty();
    }

    @Test
    @DisplayName("全角の数字とコンマは読み、数でないもの、大きすぎるものは、その欄の誤りになる")
    void numbersAsPeopleTypeThem() {
        assertThat(form("１３２１９５", "１，０２４", "６００").words(null).wrong()).isEmpty();
        assertThat(form("132195", "たくさん", "-1").words(null).wrong()).containsExactly(PeerField.MOST_BYTES, PeerField.PER_MINUTE);
        assertThat(form("132195", "9".repeat(39), "99999999999").words(null).wrong()).containsExactly(PeerField.MOST_BYTES, PeerField.PER_MINUTE);
        assertThat(form("132194", "1e3", "1.5").words(null).wrong()).containsExactly(PeerField.CODE, PeerField.MOST_BYTES, PeerField.PER_MINUTE);
    }

    @Test
    @DisplayName("新しい相手方の欄は、名前と番号と所在のほかは埋まっている")
    void whatANewOfficeBeginsWith() {
        assertThat(PeerForm.blank().words(null).wrong()).containsExactly(PeerField.CODE, PeerField.NAME, PeerField.ADDRESS);
    }

    private static PeerForm form(String code, String megabytes, String perMinute) {
        return new PeerForm(Map.of("code", one(code), "name", one("狛江市"), "address", one("https://a.example/api/exchange/v1"), "megabytes", one(megabytes),
                "perMinute", one(perMinute), "way", one("WE_COLLECT")));
    }

    private static String[] one(String value) {
        return new String[] {value};
    }
}
