package jp.yakuba.application.model.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import jp.yakuba.application.api.FieldType;
import jp.yakuba.application.api.Text;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("打たれた字をそろえる")
class WrittenTest {

    @ParameterizedTest(name = "{0} {1} → {2}")
    @CsvSource(delimiter = '|', textBlock = """
            TEXT    | 髙﨑　葛󠄀         | 髙﨑　葛󠄀
            KANA    | やまだ はなこ       | ヤマダ　ハナコ
            KANA    | ﾔﾏﾀﾞ ﾀﾛｳ          | ヤマダ　タロウ
            KANA    | ジョン・すみす      | ジョン・スミス
            NUMBER  | １，２００円        | 1200
            NUMBER  | －５               | -5
            DATE    | Ｒ８．１１．９       | 2026-11-09
            DATE    | 令和元年5月1日      | 2019-05-01
            DATE    | 平成31年4月30日     | 2019-04-30
            # no such day of that era: left as typed
            DATE    | 平成31年5月1日      | 平成31年5月1日
            DATE    | 2026/2/30          | 2026/2/30
            DATE    | 20240229           | 2024-02-29
            PHONE   | ０１５５（６２）１２３４ | 0155-62-1234
            PHONE   | 090ー1234ー5678     | 090-1234-5678
            MAIL    | ｔａｒｏ＠example.jp | taro@example.jp
            PERSON  | m0, m2 ,m0         | m0,m2
            """)
    @DisplayName("種類ごとに形をそろえ、読めないものと氏名の字はそのまま残す")
    void readsByKind(FieldType type, String typed, String read) {
        assertThat(AnswerReading.read(type, typed)).isEqualTo(read);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({"ja, 令和8年12月11日", "ja-easy, 2026年12月11日", "en, 11 December 2026"})
    @DisplayName("期限は、読む人のことばで書く")
    void aDayIsWrittenForItsReader(String language, String words) {
        assertThat(WrittenDate.words(LocalDate.of(2026, 12, 11)).in(language)).isEqualTo(words);
    }

    @Test
    @DisplayName("少なくともの数は「以上」と言う")
    void atLeastIsSaidAsItCounts() {
        assertThat(AnswerWords.AT_LEAST_ENTRIES.about(new Text("家族", null, null), "1").ja()).isEqualTo("家族は、1件以上入れてください");
        assertThat(AnswerWords.LONGER.about(new Text("番号", null, null), "10").ja()).isEqualTo("番号は、10文字以上で入れてください");
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({"today, 2026-11-21", "today-3y, 2023-11-21", "today+14d, 2026-12-05", "today-1m, 2026-10-21", "2026-04-01, 2026-04-01"})
    @DisplayName("動く期限は、その日から数える")
    void boundsMoveWithTheDay(String words, LocalDate bound) {
        assertThat(WrittenDate.bound(words, LocalDate.of(2026, 11, 21))).contains(bound);
    }
}
