package jp.yakuba.web.shell;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.System.Logger.Level;
import java.text.MessageFormat;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.yakuba.kernel.Problem;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.OrganizationDesk;

/**
 * The texts of the pages in the reader's language: {@code #{msg['shell.next']}} and {@code #{msg.of('shell.step', 2, 5)}}.
 * A key that a language lacks gives the Japanese text and one line in the log.
 */
@Named("msg")
@ApplicationScoped
public class Messages extends AbstractMap<String, String> {
    private static final System.Logger LOG = System.getLogger(Messages.class.getName());

    private TownTexts texts;
    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    @Inject
    private Preferences preferences;

    @Inject
    private OrganizationDesk organization;

    /** Reads the texts once. */
    @PostConstruct
    void read() {
        texts = new TownTexts(MessageBundles.read(Messages.class.getClassLoader()), organization::townWords, System::nanoTime);
    }

    @Override
    public String get(Object key) {
        var text = in(preferences.language(), String.valueOf(key));
        return preferences.isRead() ? Furigana.over(text) : text;
    }

    /** The text with its places {0}, {1} … filled. */
    public String of(String key, Object... details) {
        return fill(get(key), preferences.language(), details);
    }

    /** True if the key has a text in Japanese. */
    public boolean has(String key) {
        return texts.get().find(Language.JAPANESE, key) != null;
    }

    /** The text if there is one, otherwise the other words. */
    public String orElse(String key, String otherwise) {
        return has(key) ? get(key) : otherwise;
    }

    /** Keys that begin so, in their order. */
    public List<String> keysUnder(String beginning) {
        return texts.get().keys().stream().filter(key -> key.startsWith(beginning)).sorted().toList();
    }

    /** What a refusal says to people. */
    public String explain(RuleViolation refusal) {
        return explain(refusal.problem(), refusal.details().toArray());
    }

    /** What a problem says to people; a problem without words of its own gets the general sentence and its code. */
    public String explain(Problem problem, Object... details) {
        var key = "problem." + problem.code();
        return has(key) ? of(key, inWords(key, this::orElse, details)) : of("shell.problem", problem.code());
    }

    /** Details that are codes with words of their own under the problem's key, in those words; all others as they are. */
    static Object[] inWords(String key, BinaryOperator<String> orElse, Object... details) {
        return Stream.of(details).map(detail -> codesOf(detail)
                .map(code -> orElse.apply(key + "." + code, code))
                .collect(Collectors.joining(", "))).toArray();
    }

    private static Stream<String> codesOf(Object detail) {
        return Stream.of(String.valueOf(detail).split(", ", -1));
    }

    /** A text in a given language. */
    public String in(Language language, String key) {
        var text = texts.get().find(language, key);
        if (text != null) {
            return text;
        }
        if (reported.add(language + " " + key)) {
            LOG.log(Level.WARNING, "No text for {0} in {1}", key, language.code());
        }
        var japanese = texts.get().find(Language.JAPANESE, key);
        return japanese == null ? key : japanese;
    }

    @Override
    public boolean containsKey(Object key) {
        return key != null;
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return Set.of();
    }

    /** The text with its places filled; what is not there leaves its place empty. */
    static String fill(String text, Language language, Object... details) {
        if (details.length == 0) {
            return text;
        }
        var words = Stream.of(details).map(detail -> Objects.toString(detail, "")).toArray();
        return new MessageFormat(text.replace("'", "''"), language.locale()).format(words);
    }
}
