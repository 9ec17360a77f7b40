package jp.yakuba.application.model.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jp.yakuba.application.api.FormDefinition;

/**
 * What follows from what: facts that need no question because another answer gives them, and the part of a bundle's answers
 * that belongs to one form.
 */
public final class FactBook {
    private static final List<String> OF_A_MEMBER = List.of("name", "kana", "birthDate", "sex");

    private static final List<String> ROLES = List.of("applicant", "child");

    private FactBook() {}

    /** The answers with everything that follows from them; what was typed is never overwritten. */
    public static Map<String, String> complete(Map<String, String> answers) {
        var full = new LinkedHashMap<>(answers);
        for (var role : ROLES) {
            People.picked(answers.get(role + ".member")).stream().limit(1).forEach(index ->
                    OF_A_MEMBER.forEach(item -> follow(full, role + "." + item, Paths.inEntry(People.GROUP, index, item))));
        }
        for (var part : Paths.ADDRESS_PARTS) {
            follow(full, "applicant.address." + part, "move.new." + part);
        }
        return full;
    }

    private static void follow(Map<String, String> answers, String path, String from) {
        var known = answers.get(from);
        if (known != null && !known.isBlank() && answers.getOrDefault(path, "").isBlank()) {
            answers.put(path, known);
        }
    }

    /** The answers that one form asks for (and what follows for it), out of the answers of a bundle. */
    public static Map<String, String> shareOf(FormDefinition form, Map<String, String> answers) {
        var patterns = Paths.keptBy(form).stream().map(FactBook::pattern).toList();
        var groups = form.sections().stream()
                .flatMap(section -> section.fields().stream())
                .map(field -> Paths.of(form.procedure(), field) + ".count")
                .toList();
        var share = new LinkedHashMap<String, String>();
        complete(answers).forEach((path, answer) -> {
            if (groups.contains(path) || patterns.stream().anyMatch(pattern -> pattern.matcher(path).matches())) {
                share.put(path, answer);
            }
        });
        return share;
    }

    private static Pattern pattern(String path) {
        return Pattern.compile(Pattern.quote(path).replace("*", "\\E\\d{1,3}\\Q"));
    }
}
