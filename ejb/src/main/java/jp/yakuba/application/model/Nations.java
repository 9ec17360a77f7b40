package jp.yakuba.application.model;

import java.util.Map;

/** The ISO codes of the nationalities that forms offer. */
final class Nations {
    /** Somebody of a nationality that is not named, as travel documents write it (ICAO Doc 9303-3, section 5). */
    static final String UNSPECIFIED = "XXX";

    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("日本", "JPN"), Map.entry("中国", "CHN"), Map.entry("韓国", "KOR"), Map.entry("ベトナム", "VNM"),
            Map.entry("フィリピン", "PHL"), Map.entry("ネパール", "NPL"), Map.entry("インドネシア", "IDN"),
            Map.entry("ミャンマー", "MMR"), Map.entry("台湾", "TWN"), Map.entry("米国", "USA"), Map.entry("ブラジル", "BRA"),
            Map.entry("タイ", "THA"), Map.entry("その他", UNSPECIFIED));

    private Nations() {}

    /** The code; what is none of the names stays as it is. */
    static String code(String name) {
        return CODES.getOrDefault(name, name);
    }
}
