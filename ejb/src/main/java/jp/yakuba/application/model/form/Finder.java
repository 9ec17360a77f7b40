package jp.yakuba.application.model.form;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.yakuba.application.api.ProcedureView;

/**
 * Finds procedures by how their names, readings and words are written, hiragana and katakana and both widths alike. It writes
 * them uniformly when it is made, which costs far more than a search, and may be kept as long as the procedures are.
 */
public final class Finder {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s　、,]+");
    private static final Pattern LEFT_OUT = Pattern.compile("[　 ・]");

    private final List<Entry> entries;

    /** Searches in these procedures. */
    public Finder(List<ProcedureView> procedures) {
        this.entries = procedures.stream().map(Entry::of).toList();
    }

    /** Procedures whose name or one of whose keywords is just that word. */
    public List<ProcedureView> byName(String words) {
        var wanted = plain(words);
        return entries.stream().filter(entry -> entry.names().contains(wanted)).map(Entry::procedure).toList();
    }

    /** Procedures in whose name, reading, keywords or summary every word occurs. */
    public List<ProcedureView> byParts(String words) {
        var wanted = BETWEEN_WORDS.splitAsStream(words).map(Finder::plain).filter(word -> !word.isEmpty()).toList();
        return wanted.isEmpty() ? List.of() : entries.stream()
                .filter(entry -> wanted.stream().allMatch(entry.text()::contains))
                .map(Entry::procedure)
                .toList();
    }

    /** A procedure with its names, and with all that is looked through, as they are compared. */
    private record Entry(ProcedureView procedure, Set<String> names, String text) {
        static Entry of(ProcedureView procedure) {
            return new Entry(procedure, namesOf(procedure).map(Finder::plain).collect(Collectors.toUnmodifiableSet()),
                    plain(Stream.concat(namesOf(procedure), summariesOf(procedure)).collect(Collectors.joining(" "))));
        }
    }

    private static Stream<String> namesOf(ProcedureView procedure) {
        var name = procedure.name();
        return Stream.concat(
                Stream.of(name.ja(), name.in("ja-easy"), name.in("en"), procedure.kana(), procedure.code()), procedure.keywords().stream());
    }

    private static Stream<String> summariesOf(ProcedureView procedure) {
        return Stream.of(procedure.summary().ja(), procedure.summary().in("ja-easy"), procedure.summary().in("en"));
    }

    private static String plain(String text) {
        return LEFT_OUT.matcher(Written.kana(Written.halfWidth(text)).toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
