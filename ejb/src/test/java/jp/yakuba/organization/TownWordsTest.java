package jp.yakuba.organization;

import static org.assertj.core.api.Assertions.assertThat;

import jp.yakuba.organization.api.TownWords;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("町か市かで変わることば")
class TownWordsTest {
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "芽室町, 北海道, 町民税・道民税を役場で, 役場(やくば)へ この町(まち), Town and town",
        "東大和市, 東京都, 市民税・都民税を市役所で, 市役所(しやくしょ)へ この市(し), City and city",
        "千早赤阪村, 大阪府, 村民税・府民税を役場で, 役場(やくば)へ この村(むら), Village and village",
        "千代田区, 東京都, 区民税・都民税を区役所で, 区役所(くやくしょ)へ この区(く), City and city"})
    @DisplayName("名前と都道府県の終わりの字で決まる")
    void followTheNames(String name, String prefecture, String tax, String easy, String english) {
        var words = TownWords.of(name, prefecture);
        assertThat(words.in("{町}民税・{道}民税を{役場}で")).isEqualTo(tax);
        assertThat(words.in("{役場(やくば)}へ この{町(まち)}")).isEqualTo(easy);
        assertThat(words.in("{Municipality} and {municipality}")).isEqualTo(english);
        assertThat(words.in("{町名}教育委員会・{道名}知事")).isEqualTo(name + "教育委員会・" + prefecture + "知事");
    }

    @Test
    @DisplayName("ほかの差し込みには触れない")
    void leaveOtherPlacesAlone() {
        assertThat(TownWords.USUAL.in("{0}に{役場}の{number}へ {town}")).isEqualTo("{0}に役場の{number}へ {town}");
    }
}
