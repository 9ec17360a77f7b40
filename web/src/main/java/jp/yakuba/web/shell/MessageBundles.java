package jp.yakuba.web.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** All texts of the pages, read once: one bundle per domain and language, keys unique over all of them. */
public final class MessageBundles {
    /** Folders under {@code jp/yakuba/web} that may hold a bundle. */
    public static final List<String> DOMAINS = List.of(
            "shell", "account", "application", "approval", "audit", "certificate", "document", "exchange", "inquiry", "kernel", "messaging", "notification",
            "office", "organization", "portal", "register", "relocation", "resident", "search", "share", "rest");

    private final Map<Language, Map<String, String>> texts;

    private MessageBundles(Map<Language, Map<String, String>> texts) {
        this.texts = texts;
    }

    /** Reads every bundle that the class loader finds. */
    public static MessageBundles read(ClassLoader loader) {
        var texts = new EnumMap<Language, Map<String, String>>(Language.class);
        for (var language : Language.values()) {
            var merged = new HashMap<String, String>();
            DOMAINS.forEach(domain -> load(loader, domain, language).forEach((key, text) -> {
                if (merged.put((String) key, (String) text) != null) {
                    throw new IllegalStateException("The key " + key + " stands in two bundles");
                }
            }));
            texts.put(language, Map.copyOf(merged));
        }
        return new MessageBundles(texts);
    }

    /** The same texts, each of them changed. */
    MessageBundles each(UnaryOperator<String> change) {
        var changed = new EnumMap<Language, Map<String, String>>(Language.class);
        texts.forEach((language, map) -> changed.put(language, map.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> change.apply(entry.getValue())))));
        return new MessageBundles(changed);
    }

    /** The text of the key, or null where this language has none. */
    public String find(Language language, String key) {
        return texts.get(language).get(key);
    }

    /** Keys that one language has and {@code language} lacks. */
    public Set<String> missingIn(Language language) {
        var missing = new TreeSet<String>();
        texts.values().forEach(map -> missing.addAll(map.keySet()));
        missing.removeAll(texts.get(language).keySet());
        return missing;
    }

    /** Every key of the root language. */
    public Set<String> keys() {
        return texts.get(Language.JAPANESE).keySet();
    }

    private static Properties load(ClassLoader loader, String domain, Language language) {
        var properties = new Properties();
        var name = "jp/yakuba/web/" + domain + "/messages" + language.suffix() + ".properties";
        try (InputStream in = loader.getResourceAsStream(name)) {
            if (in != null) {
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read " + name, unreadable);
        }
        return properties;
    }
}
