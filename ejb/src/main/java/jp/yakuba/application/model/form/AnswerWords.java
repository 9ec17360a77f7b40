package jp.yakuba.application.model.form;

import jp.yakuba.application.api.Text;

/**
 * How each kind of slip is put to the person who made it: always what to do, never what is forbidden. {@code %1$s} is the
 * question, {@code %2$s} the bound.
 */
enum AnswerWords {
    ENTER("%1$sを入れてください", "「%1$s」を 入れて ください", "Enter: %1$s"),
    CHOOSE("%1$sを選んでください", "「%1$s」を 選んで ください", "Choose: %1$s"),
    ATTACH("%1$sを付けてください", "「%1$s」を 付けて ください", "Attach: %1$s"),
    CHOOSE_LISTED("%1$sは、ある中から選んでください", "「%1$s」は、書いて ある ものから 選んで ください", "Choose one of the given answers: %1$s"),
    AT_LEAST_ENTRIES("%1$sは、%2$s件以上入れてください", "「%1$s」は、%2$sつ以上 入れて ください", "Enter at least %2$s: %1$s"),
    AT_MOST_ENTRIES("%1$sは、%2$s件までにしてください", "「%1$s」は、%2$sつまでに して ください", "Enter at most %2$s: %1$s"),
    PICK_AT_LEAST("%1$sは、%2$sつ以上選んでください", "「%1$s」は、%2$sつ以上 選んで ください", "Choose at least %2$s: %1$s"),
    PICK_AT_MOST("%1$sは、%2$sつまで選んでください", "「%1$s」は、%2$sつまで 選んで ください", "Choose at most %2$s: %1$s"),
    LONGER("%1$sは、%2$s文字以上で入れてください", "「%1$s」は、%2$s文字以上 入れて ください", "Use at least %2$s characters: %1$s"),
    SHORTER("%1$sは、%2$s文字までで入れてください", "「%1$s」は、%2$s文字までで 入れて ください", "Use at most %2$s characters: %1$s"),
    IN_KANA("%1$sは、かなで入れてください（例：ヤマダ　ハナコ）", "「%1$s」は、ひらがなか カタカナで 入れて ください（例：ヤマダ ハナコ）",
            "Enter in kana (example: ヤマダ　ハナコ): %1$s"),
    AS_NUMBER("%1$sは、数字で入れてください", "「%1$s」は、数字で 入れて ください", "Enter a number: %1$s"),
    NUMBER_FROM("%1$sは、%2$s以上の数を入れてください", "「%1$s」は、%2$sか、%2$sより 大きい 数を 入れて ください", "Enter %2$s or more: %1$s"),
    NUMBER_TO("%1$sは、%2$s以下の数を入れてください", "「%1$s」は、%2$sか、%2$sより 小さい 数を 入れて ください", "Enter %2$s or less: %1$s"),
    AS_DATE("%1$sは、2026年4月1日 や R8.4.1 のように、ある日を入れてください", "「%1$s」は、2026年4月1日の ように 入れて ください",
            "Enter a date such as 2026-04-01: %1$s"),
    DATE_FROM("%1$sは、%2$s以後の日を入れてください", "「%1$s」は、%2$sか、その あとの 日を 入れて ください", "Enter %2$s or later: %1$s"),
    DATE_TO("%1$sは、%2$s以前の日を入れてください", "「%1$s」は、%2$sか、その 前の 日を 入れて ください", "Enter %2$s or earlier: %1$s"),
    AS_MAIL("%1$sは、name@example.jp のように入れてください", "「%1$s」は、name@example.jp の ように 入れて ください",
            "Enter an address such as name@example.jp: %1$s"),
    AS_PHONE("%1$sは、0155-62-1234 のように入れてください", "「%1$s」は、0155-62-1234の ように 入れて ください",
            "Enter a number such as 0155-62-1234: %1$s"),
    AS_POSTAL("%1$sの郵便番号は、7けたの数字で入れてください", "「%1$s」の 郵便番号は、7つの 数字で 入れて ください",
            "Enter the postal code with seven digits: %1$s"),
    PLACE("%1$sの市区町村と町名を入れてください", "「%1$s」の 市・町・村の 名前と 町の 名前を 入れて ください",
            "Enter the city and town: %1$s"),
    LOT("%1$sの番地を入れてください", "「%1$s」の 番号（番地）を 入れて ください", "Enter the house number: %1$s"),
    AS_SHOWN("%1$sは、説明のとおりの形で入れてください", "「%1$s」は、説明の とおりに 入れて ください", "Enter it in the form described: %1$s"),
    COUNTRY("%1$sは、「スリランカ」のように入れてください", "「%1$s」は、「スリランカ」のように 入れて ください",
            "Enter the name of a country, such as Sri Lanka: %1$s"),
    APPOINTMENT("%1$sは、空いている時間から選んでください", "「%1$s」は、空いて いる 時間から 選んで ください", "Choose one of the free times: %1$s");

    private final Text format;

    AnswerWords(String ja, String easy, String en) {
        this.format = new Text(ja, easy, en);
    }

    /** The words for a question. */
    Text about(Text label) {
        return about(label, "");
    }

    /** The words for a question and a bound that reads the same in every language. */
    Text about(Text label, String bound) {
        return about(label, new Text(bound, bound, bound));
    }

    /** The words for a question and a bound. */
    Text about(Text label, Text bound) {
        return new Text(
                String.format(format.ja(), label.ja(), bound.ja()),
                String.format(format.easy(), label.in("ja-easy"), bound.easy()),
                String.format(format.en(), label.in("en"), bound.en()));
    }
}
