package jp.yakuba.application.model.form;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jp.yakuba.application.api.ProcedureView;

/** Finds procedures by how their names, readings and words are written, hiragana and katakana and both widths alike. */
public final class Finder {
    private final List<ProcedureView> procedures;

    /** Searches in these procedures. */
    public Finder(List<ProcedureView> procedures) {
        this.procedures = procedures;
    }

    /** Procedures whose name or one of whose keywords is just that word. */
    public List<ProcedureView> byName(String words) {
        var wanted = plain(words);
        return procedures.stream().filter(procedure -> names(procedure).anyMatch(name -> plain(name).equals(wanted))).toList();
    }

    /** Procedures in whose name, reading, keywords or summary every word occurs. */
    public List<ProcedureView> byParts(String words) {
        var wanted = Stream.of(words.split("[\\s　、,]+")).map(Finder::plain).filter(word -> !word.isEmpty()).toList();
        return procedures.stream()
                .filter(procedure -> {
                    var text = plain(String.join(" ", Stream.concat(names(procedure), summaries(procedure)).toList()));
                    return !wanted.isEmpty() && wanted.stream().allMatch(text::contains);
                })
                .toList();
    }

    private static Stream<String> names(ProcedureView procedure) {
        var name = procedure.name();
        return Stream.concat(
                Stream.of(name.ja(), name.in("ja-easy"), name.in("en"), procedure.kana(), procedure.code()), procedure.keywords().stream());
    }

    private static Stream<String> summaries(ProcedureView procedure) {
        return Stream.of(procedure.summary().ja(), procedure.summary().in("ja-easy"), procedure.summary().in("en"));
    }

    private static String plain(String text) {
        return Written.kana(Written.halfWidth(text)).toLowerCase(Locale.ROOT).replaceAll("[　 ・]", "");
    }
}
