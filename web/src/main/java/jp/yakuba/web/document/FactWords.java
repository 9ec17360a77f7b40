package jp.yakuba.web.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.yakuba.document.api.RecordEventKind;
import jp.yakuba.document.api.RecordEventLine;

/** Facts of a step of a history in words: codes and days as people say them; hashes and ids stay in the history itself. */
class FactWords {
    /** Facts that people understand. */
    static final List<String> SHOWN = List.of(
            "number", "section", "name", "to", "file", "title", "code", "year", "from", "until", "disposal", "readers", "reason",
            "comment", "drafter", "version", "seal", "copies", "on", "retention", "after-use", "law-until", "ground",
            "disclosure", "clause", "closed-until", "hold-ground", "reference", "protocol", "step", "fate", "signer", "origin", "line", "masks",
            "masked-copy");

    /** Facts that are codes, and where the words of their codes stand. */
    static final Map<String, String> CODED = Map.of(
            "step", "document.disposal.state.", "fate", "document.disposal.fate.", "hold-ground", "document.hold.ground.",
            "retention", "document.retention.", "after-use", "document.retention.", "disclosure", "document.disclosure.");

    /** Between what was and what is. */
    private static final String CHANGE = " → ";

    private static final Set<String> DAYS = Set.of("on", "from", "until", "law-until", "closed-until");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]*");

    private final UnaryOperator<String> words;
    private final UnaryOperator<String> sectionName;
    private final Function<LocalDate, String> day;

    FactWords(UnaryOperator<String> words, UnaryOperator<String> sectionName, Function<LocalDate, String> day) {
        this.words = words;
        this.sectionName = sectionName;
        this.day = day;
    }

    /** The facts of a step that people understand: name and value in words. */
    Stream<Map.Entry<String, String>> of(RecordEventLine step) {
        return step.facts().entrySet().stream()
                .filter(fact -> SHOWN.contains(fact.getKey()) && !fact.getValue().isBlank() && !ID.matcher(fact.getValue()).matches())
                .filter(fact -> !fact.getKey().equals("section") || !fact.getValue().equals(step.section()))
                .filter(fact -> !fact.getKey().equals("fate") || step.kind() != RecordEventKind.CHECKED) // the archive has not chosen yet
                .map(fact -> Map.entry(fact.getKey(), value(fact.getKey(), fact.getValue())));
    }

    private String value(String name, String value) {
        return "section".equals(name) ? sectionName.apply(value)
                : Stream.of(value.split(CHANGE, -1)).map(one -> part(name, one)).collect(Collectors.joining(CHANGE));
    }

    private String part(String name, String value) {
        if (CODED.containsKey(name) && CODE.matcher(value).matches()) {
            return words.apply(CODED.get(name) + value);
        }
        return DAYS.contains(name) && DAY.matcher(value).matches() ? day.apply(LocalDate.parse(value)) : value;
    }
}
