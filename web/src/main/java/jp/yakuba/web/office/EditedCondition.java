package jp.yakuba.web.office;

import java.util.ArrayList;
import java.util.List;
import jp.yakuba.application.api.Condition;

/** One line of a condition while its author writes it: the answer it looks at, and how that must be. */
record EditedCondition(String path, Sort sort, List<String> values) {

    /** How the answer must be. */
    enum Sort {
        IS,
        IS_NOT,
        ANSWERED,
        UNANSWERED
    }

    EditedCondition {
        values = List.copyOf(values);
    }

    /** The lines of a condition; all of them must hold. */
    static List<EditedCondition> of(Condition condition) {
        var lines = new ArrayList<EditedCondition>();
        collect(condition, lines);
        return lines;
    }

    private static void collect(Condition condition, List<EditedCondition> lines) {
        if (condition == null) {
            return;
        }
        if (condition.path() != null) {
            lines.add(new EditedCondition(condition.path(), sortOf(condition), condition.in()));
        }
        condition.all().forEach(besides -> collect(besides, lines));
    }

    private static Sort sortOf(Condition condition) {
        if (condition.in().isEmpty()) {
            return condition.not() ? Sort.UNANSWERED : Sort.ANSWERED;
        }
        return condition.not() ? Sort.IS_NOT : Sort.IS;
    }

    /** The condition that all the lines make; null if there is none. */
    static Condition together(List<EditedCondition> lines) {
        if (lines.isEmpty()) {
            return null;
        }
        var first = lines.get(0);
        return first.condition(lines.subList(1, lines.size()).stream().map(line -> line.condition(List.of())).toList());
    }

    private Condition condition(List<Condition> besides) {
        return new Condition(path, isCompared() ? values : List.of(), sort == Sort.IS_NOT || sort == Sort.UNANSWERED, besides);
    }

    /** True if the answer is compared with values. */
    boolean isCompared() {
        return sort == Sort.IS || sort == Sort.IS_NOT;
    }
}
