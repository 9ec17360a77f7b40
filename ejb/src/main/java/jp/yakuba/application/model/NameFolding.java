package jp.yakuba.application.model;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Names brought to one form for comparing only (縮退): variation selectors and blanks fall away, widths become uniform, and
 * well-known variants of a character (異体字) stand for each other. What is kept is always the name as entered.
 */
public final class NameFolding {
    private static final Map<Integer, Integer> VARIANTS = variants(
            "高髙", "崎﨑嵜碕", "辺邊邉", "斉齊斎齋", "浜濱濵", "沢澤", "広廣", "桜櫻", "国國", "島嶋嶌", "徳德", "恵惠", "真眞",
            "瀬瀨", "渕淵", "関關", "桧檜", "滝瀧", "吉𠮷", "富冨", "峰峯", "柳栁", "塚塚", "藤籐", "条條", "静靜", "栄榮", "隆隆",
            "曽曾", "薮藪", "祐祐", "福福", "神神", "羽羽", "都都", "横橫", "黒黑", "増增", "緑綠", "礼禮", "寿壽", "竜龍", "弥彌",
            "万萬", "与與", "予豫", "円圓", "団團", "豊豐", "実實", "宝寶", "来來", "亀龜", "鉄鐵", "蔵藏", "穂穗", "剣劍", "鶏鷄");

    private NameFolding() {}

    /** True if the two are the same name but for variants. */
    public static boolean same(String one, String other) {
        return fold(one).equals(fold(other));
    }

    /** The name in its folded form. */
    public static String fold(String name) {
        var folded = new StringBuilder();
        Normalizer.normalize(name == null ? "" : name, Normalizer.Form.NFKC).codePoints()
                .filter(point -> !isSelector(point) && !Character.isWhitespace(point))
                .map(point -> VARIANTS.getOrDefault(point, point))
                .forEach(folded::appendCodePoint);
        return folded.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isSelector(int point) {
        return point >= 0xFE00 && point <= 0xFE0F || point >= 0xE0100 && point <= 0xE01EF;
    }

    private static Map<Integer, Integer> variants(String... families) {
        var map = new HashMap<Integer, Integer>();
        for (var family : families) {
            int first = family.codePointAt(0);
            family.codePoints().filter(point -> point != first).forEach(point -> map.put(point, first));
        }
        return map;
    }
}
