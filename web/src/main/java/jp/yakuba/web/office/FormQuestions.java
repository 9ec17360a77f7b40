package jp.yakuba.web.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.yakuba.application.api.Choice;
import jp.yakuba.application.api.FieldType;
import jp.yakuba.application.api.FormDefinition;
import jp.yakuba.application.api.FormField;
import jp.yakuba.application.api.Text;

/**
 * The questions of a form as its author picks them for a rule or a condition: by their words, never by a name in letters. What
 * is picked is the path under which the answer is kept.
 */
public final class FormQuestions {
    static final String CHANNEL = "@channel";
    static final String PROCEDURES = "@procedures";

    private static final String EACH = ".*.";
    private static final List<String> ADDRESS_PARTS = List.of("postal", "place", "lot", "building");

    private final List<Asked> wholes = new ArrayList<>();
    private final List<Asked> answers = new ArrayList<>();
    private final List<Asked> circumstances;
    private final FormDefinition form;
    private final Function<Text, String> text;
    private final Function<String, String> message;

    /** A question that can be picked: where its answer is kept, its words, and the question. */
    record Asked(String path, String words, FormField field) {
        /** What can be chosen as its answer; nothing for a question that is typed. */
        List<Choice> choices() {
            return field.choices();
        }
    }

    /**
     * Looks over a form.
     *
     * @param procedures the procedures that can be asked together with this one
     * @param text a text of the form in the author's language
     * @param message a text of the pages in the author's language
     */
    FormQuestions(FormDefinition form, List<Choice> procedures, Function<Text, String> text, Function<String, String> message) {
        this.form = form;
        this.text = text;
        this.message = message;
        this.circumstances = List.of(
                circumstance(CHANNEL, "office.condition.channel", List.of(named("online", "office.condition.online"), named("counter", "office.condition.counter"))),
                circumstance(PROCEDURES, "office.condition.procedures", procedures));
        for (var section : form.sections()) {
            section.fields().forEach(field -> learn(pathOf(field), text.apply(field.label()), field));
        }
    }

    private void learn(String path, String words, FormField field) {
        switch (field.type()) {
            case NOTE -> { }
            case GROUP -> field.fields().forEach(inner -> learn(path + EACH + inner.id(), words + " › " + text.apply(inner.label()), inner));
            case ADDRESS -> {
                wholes.add(new Asked(path, words, field));
                ADDRESS_PARTS.forEach(part -> answers.add(new Asked(
                        path + "." + part, words + " › " + message.apply("office.condition.address." + part), field)));
            }
            case YES_NO -> know(path, words, field.offering(List.of(named("yes", "application.yes"), named("no", "application.no"))));
            default -> know(path, words, field);
        }
    }

    private void know(String path, String words, FormField field) {
        wholes.add(new Asked(path, words, field));
        answers.add(new Asked(path, words, field));
    }

    /** Questions where a message can stand. */
    List<Asked> places() {
        return List.copyOf(wholes);
    }

    /** Answers that a rule can compare. */
    List<Asked> sides() {
        return answers.stream().filter(one -> one.field().type() != FieldType.FILE).toList();
    }

    /** Answers that a condition can look at: those asked once, those of the same entry if it stands in a group, and how it is asked. */
    List<Asked> seenFrom(String group) {
        var once = answers.stream().filter(one -> !one.path().contains(EACH));
        var beside = group == null ? Stream.<Asked>empty() : answers.stream()
                .filter(one -> one.path().startsWith(group + EACH))
                .map(one -> new Asked(one.path().substring(group.length() + EACH.length() - 1), one.words(), one.field()));
        return Stream.of(beside, once, circumstances.stream()).flatMap(Function.identity()).toList();
    }

    /** The question of that path, wherever it stands. */
    Optional<Asked> find(String path, String group) {
        return Stream.of(seenFrom(group).stream(), answers.stream(), wholes.stream()).flatMap(Function.identity())
                .filter(one -> one.path().equals(path)).findFirst();
    }

    /** The group in which the answer of that path stands; null if it is asked once. */
    static String groupOf(String path) {
        int each = path == null ? -1 : path.indexOf(EACH);
        return each < 0 ? null : path.substring(0, each);
    }

    /** The group in which the question at that place stands; null if it is asked once. */
    String groupAt(String at) {
        var way = at.split("\\.");
        return way.length < 3 ? null : pathOf(new FormChanges(form).question(way[0] + "." + way[1]));
    }

    private String pathOf(FormField field) {
        return field.fact() == null ? form.procedure() + "." + field.id() : field.fact();
    }

    private Choice named(String value, String key) {
        return new Choice(value, new Text(message.apply(key), null, null));
    }

    private Asked circumstance(String path, String key, List<Choice> choices) {
        var words = new Text(message.apply(key), null, null);
        return new Asked(path, words.ja(), new FormField(
                path, null, FieldType.CHOICES, words, null, null, false, null, null, null, null, null, choices, null, null));
    }
}
