package jp.yakuba.notification.model;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The templates of notices, in every language of the portal.
 *
 * <p>A template has a {@code .subject} and a {@code .body}. Where the body says more than a mail should, it has a
 * {@code .mail} besides, for people who can read the rest in the portal. Places are names in braces; a value that was not
 * given leaves a dash.
 */
public final class Template {
    private static final Map<String, Properties> BY_LANGUAGE = Map.of(
            "ja", words(""), "ja-easy", words("_ja_JP_EASY"), "en", words("_en"));
    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final String LAYOUT = "layout.";

    private final String name;
    private final Properties words;
    private final UnaryOperator<String> town;

    private Template(String name, Properties words, UnaryOperator<String> town) {
        this.name = name;
        this.words = words;
        this.town = town;
    }

    /**
     * The template in a language.
     *
     * @param language one that is unknown is read as Japanese
     * @param town puts what a town or a city says where it stands in braces
     */
    public static Template of(String name, String language, UnaryOperator<String> town) {
        var words = BY_LANGUAGE.getOrDefault(language, BY_LANGUAGE.get("ja"));
        if (!names().contains(name)) {
            throw new IllegalArgumentException("There is no template " + name);
        }
        return new Template(name, words, town);
    }

    /** Names of all templates. */
    public static Set<String> names() {
        var names = new TreeSet<String>();
        for (var key : BY_LANGUAGE.get("ja").stringPropertyNames()) {
            if (key.endsWith(".subject")) {
                names.add(key.substring(0, key.length() - ".subject".length()));
            }
        }
        return names;
    }

    /** All words of a language by key, for the test that compares languages. */
    static Map<String, String> wordsOf(String language) {
        var words = new TreeMap<String, String>();
        BY_LANGUAGE.get(language).forEach((key, value) -> words.put((String) key, (String) value));
        return words;
    }

    /** The heading. */
    public String subject(Map<String, String> values) {
        return filled(name + ".subject", values).replaceAll("\\s+", " ").strip();
    }

    /** The words for the portal's inbox. */
    public String body(Map<String, String> values) {
        return filled(name + ".body", values);
    }

    /**
     * The words of the mail, with the link and the sender below.
     *
     * @param portalReader true if the person can read the full words in the portal
     * @param link full address that it leads to; null if none
     * @param town name of the sender
     */
    public String mail(Map<String, String> values, boolean portalReader, String link, String town) {
        var shorter = portalReader && words.containsKey(name + ".mail");
        var text = new StringBuilder(filled(name + (shorter ? ".mail" : ".body"), values)).append("\n\n");
        if (link != null) {
            text.append(filled(LAYOUT + "link", Map.of("link", link))).append("\n\n");
        }
        return text.append(filled(LAYOUT + "footer", Map.of("town", town))).append('\n').toString();
    }

    private String filled(String key, Map<String, String> values) {
        return PLACE.matcher(town.apply(words.getProperty(key))).replaceAll(place -> Matcher.quoteReplacement(
                values.getOrDefault(place.group(1), "-")));
    }

    private static Properties words(String suffix) {
        var file = "/jp/yakuba/notification/notices" + suffix + ".properties";
        try (var stream = Template.class.getResourceAsStream(file);
                var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            var words = new Properties();
            words.load(reader);
            return words;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
