package jp.yakuba.kernel;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What people write differently and mean alike (字体・表記のゆれ): full and half width, upper and lower case, variation
 * sequences, and old or private forms of a character. Only for finding; nothing is ever stored in this form for people.
 */
public final class Folding {
    private static final Map<Integer, String> FORMS = forms(
            "高髙", "崎﨑嵜", "斉斎齋齊", "辺邊邉", "浜濱濵", "沢澤", "広廣", "国國圀", "桜櫻", "竜龍", "滝瀧", "徳德", "真眞", "吉𠮷",
            "富冨", "島嶋嶌", "黒黑", "恵惠", "栄榮", "曽曾", "槙槇", "桧檜", "塩鹽", "薮藪", "舘館", "児兒", "医醫", "円圓",
            "学學", "関關", "楽樂", "条條", "静靜", "蔵藏", "万萬", "与與", "来來", "緑綠", "梅楳", "峰峯", "畑畠", "籠篭");

    private Folding() {}

    /** The text in the one form that index and question share. */
    public static String fold(String text) {
        var normal = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var folded = new StringBuilder(normal.length());
        normal.codePoints()
                .filter(c -> !isVariationSelector(c))
                .forEach(c -> folded.append(FORMS.getOrDefault(c, Character.toString(c))));
        return folded.toString().strip();
    }

    /** Katakana as hiragana, for comparing readings. */
    public static String hiragana(String text) {
        return text.codePoints()
                .map(c -> c >= 'ァ' && c <= 'ヶ' ? c - ('ァ' - 'ぁ') : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** True if the text has no character but kana, the long-vowel mark, Latin letters, digits and spaces. */
    public static boolean isWithoutKanji(String text) {
        return text.codePoints().noneMatch(Character::isIdeographic);
    }

    private static boolean isVariationSelector(int c) {
        return c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF;
    }

    private static Map<Integer, String> forms(String... families) {
        var map = new HashMap<Integer, String>();
        for (String family : families) {
            var members = family.codePoints().toArray();
            for (int member = 1; member < members.length; member++) {
                map.put(members[member], Character.toString(members[0]));
            }
        }
        return Map.copyOf(map);
    }
}
