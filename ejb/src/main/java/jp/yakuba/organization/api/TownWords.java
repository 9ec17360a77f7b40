package jp.yakuba.organization.api;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that a town, a city and a village say differently. Texts write them in braces as a town in Hokkaido says them:
 * {@code {町}民税・{道}民税}, {@code {役場}}, {@code {municipality}}; {@code {町名}} and {@code {道名}} are the names themselves.
 *
 * @param kind 市, 区, 町 or 村
 * @param prefecture 都, 道, 府 or 県
 * @param name name of the town, such as 芽室町
 * @param prefectureName name of its prefecture, such as 北海道
 */
public record TownWords(String kind, String prefecture, String name, String prefectureName) {
    /** What an office says that does not know its town yet. */
    public static final TownWords USUAL = new TownWords("町", "道", "町", "道");
    private static final Pattern PLACE = Pattern.compile("\\{(町|町\\(まち\\)|町名|役場|役場\\(やくば\\)|道|道名|municipality|Municipality)}");
    private static final Map<String, Map<String, String>> BY_KIND = Map.of(
            "町", said("町", "まち", "役場", "やくば", "town"),
            "村", said("村", "むら", "役場", "やくば", "village"),
            "市", said("市", "し", "市役所", "しやくしょ", "city"),
            "区", said("区", "く", "区役所", "くやくしょ", "city"));

    /** The words of the town of this name in this prefecture. */
    public static TownWords of(String name, String prefecture) {
        var kind = last(name);
        return new TownWords(BY_KIND.containsKey(kind) ? kind : USUAL.kind(), last(prefecture), name, prefecture);
    }

    /** The text in the words of this town. */
    public String in(String text) {
        return text.indexOf('{') < 0 ? text
                : PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(word(place.group(1))));
    }

    private String word(String inTown) {
        return switch (inTown) {
            case "道" -> prefecture;
            case "道名" -> prefectureName;
            case "町名" -> name;
            default -> BY_KIND.get(kind).get(inTown);
        };
    }

    private static Map<String, String> said(String kind, String reading, String hall, String hallReading, String english) {
        var said = new HashMap<String, String>();
        said.put("町", kind);
        said.put("町(まち)", kind + "(" + reading + ")");
        said.put("役場", hall);
        said.put("役場(やくば)", hall + "(" + hallReading + ")");
        said.put("municipality", english);
        said.put("Municipality", Character.toUpperCase(english.charAt(0)) + english.substring(1));
        return Map.copyOf(said);
    }

    private static String last(String name) {
        return name.substring(name.length() - 1);
    }
}
