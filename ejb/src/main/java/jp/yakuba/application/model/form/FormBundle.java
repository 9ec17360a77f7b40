package jp.yakuba.application.model.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.yakuba.application.api.FieldType;
import jp.yakuba.application.api.FormDefinition;
import jp.yakuba.application.api.FormField;
import jp.yakuba.application.api.FormPage;
import jp.yakuba.application.api.FormPage.Question;
import jp.yakuba.application.api.FormRule;
import jp.yakuba.application.api.FormSection;
import jp.yakuba.application.api.Text;
import jp.yakuba.application.model.Arrival.Channel;

/**
 * Several forms asked together: sections with the same id become one page, and each fact is asked once, where the first form
 * asks it. It is required if any form that asks it under the present answers requires it.
 */
public final class FormBundle {
    private final List<FormDefinition> forms;
    private final Map<String, Topic> topics = new LinkedHashMap<>();
    private final String procedures;
    private final Channel channel;

    private FormBundle(List<FormDefinition> forms, Channel channel) {
        this.channel = channel;
        this.forms = List.copyOf(forms);
        this.procedures = forms.stream().map(FormDefinition::procedure).collect(Collectors.joining(","));
        var items = new LinkedHashMap<String, Item>();
        for (var form : forms) {
            for (var section : form.sections()) {
                var topic = topics.computeIfAbsent(section.id(), id -> new Topic(section, new ArrayList<>()));
                for (var field : section.fields()) {
                    var path = Paths.of(form.procedure(), field);
                    var known = items.get(path);
                    if (known == null) {
                        known = new Item(path, new ArrayList<>());
                        items.put(path, known);
                        topic.items().add(known);
                    }
                    known.askers().add(new Asker(form.procedure(), field));
                }
            }
        }
    }

    /** The forms, in the order in which they are to be asked, as somebody at home is asked. */
    public static FormBundle of(List<FormDefinition> forms) {
        return of(forms, Channel.ONLINE);
    }

    /** The forms as they are asked by that way. */
    public static FormBundle of(List<FormDefinition> forms, Channel channel) {
        return new FormBundle(forms, channel);
    }

    /** The pages with the questions that are to be asked under these answers; empty pages are left out. */
    public List<FormPage> pages(Map<String, String> answers) {
        var known = withCircumstances(answers);
        var pages = new ArrayList<FormPage>();
        for (var topic : topics.values()) {
            var questions = new ArrayList<Question>();
            topic.items().forEach(item -> ask(item, known, questions));
            if (questions.stream().anyMatch(question -> question.field().type() != FieldType.NOTE)) {
                pages.add(new FormPage(topic.first().id(), topic.first().title(), topic.first().intro(), questions));
            }
        }
        return pages;
    }

    /** True unless the circumstances alone, whatever is answered, keep the field from being asked. */
    public boolean mayAsk(FormField field) {
        var condition = field.when();
        return condition == null || Stream.concat(Stream.of(condition), condition.all().stream())
                .filter(one -> one.path() != null && Paths.isCircumstance(one.path()))
                .allMatch(one -> Conditions.hold(one.alone(), withCircumstances(Map.of())));
    }

    /** True if the field needs an answer before anything is answered. */
    public boolean mustBeAnswered(FormField field) {
        return settled(field, withCircumstances(Map.of()), "").required();
    }

    /** Rules of all forms; the same rule of two forms counts once. */
    List<FormRule> rules() {
        return forms.stream().flatMap(form -> form.rules().stream()).distinct().toList();
    }

    Map<String, String> withCircumstances(Map<String, String> answers) {
        var known = new LinkedHashMap<>(answers);
        known.put(Paths.PROCEDURES, procedures);
        known.put(Paths.CHANNEL, channel.name().toLowerCase(Locale.ROOT));
        return known;
    }

    private static void ask(Item item, Map<String, String> answers, List<Question> questions) {
        var active = item.askers().stream().filter(asker -> Conditions.hold(asker.field().when(), answers)).toList();
        if (active.isEmpty()) {
            return;
        }
        var field = merged(active.stream().map(asker -> settled(asker.field(), answers, "")).toList());
        var wantedBy = active.stream().map(Asker::procedure).distinct().toList();
        if (field.type() != FieldType.GROUP) {
            questions.add(new Question(item.path(), shown(field, answers), null, -1, 0, wantedBy));
            return;
        }
        int entries = Math.max(Groups.entries(answers, item.path()), leastEntries(field));
        questions.add(new Question(item.path(), field, null, -1, entries, wantedBy));
        for (int i = 0; i < entries; i++) {
            var entry = item.path() + "." + i;
            for (var child : field.fields()) {
                if (Conditions.hold(child.when(), answers, entry)) {
                    questions.add(new Question(
                            entry + "." + child.id(), shown(settled(child, answers, entry), answers), item.path(), i, entries, wantedBy));
                }
            }
        }
    }

    private static int leastEntries(FormField group) {
        var least = group.minimum() != null && group.minimum().matches("\\d{1,2}") ? Integer.parseInt(group.minimum()) : 0;
        return Math.max(least, group.required() ? 1 : 0);
    }

    private static FormField shown(FormField field, Map<String, String> answers) {
        return field.type() == FieldType.PERSON ? withChoices(field, answers) : field;
    }

    private static FormField withChoices(FormField field, Map<String, String> answers) {
        return field.offering(People.choices(answers));
    }

    /** Says once and for all whether the question must be answered; the questions of a group are settled entry by entry. */
    private static FormField settled(FormField field, Map<String, String> answers, String entry) {
        boolean spared = field.optionalWhen() != null && Conditions.hold(field.optionalWhen(), answers, entry);
        return field.settled(field.required() && !spared, field.fields());
    }

    private static FormField merged(List<FormField> fields) {
        var first = fields.get(0);
        if (fields.size() == 1) {
            return first;
        }
        var children = new LinkedHashMap<String, List<FormField>>();
        fields.forEach(field -> field.fields().forEach(
                child -> children.computeIfAbsent(child.id(), id -> new ArrayList<>()).add(child)));
        return new FormField(
                first.id(), first.fact(), first.type(), first.label(), firstOf(fields, FormField::hint), firstOf(fields, FormField::why),
                fields.stream().anyMatch(FormField::required), null, first.when(), firstOf(fields, FormField::minimum),
                firstOf(fields, FormField::maximum), firstOf(fields, FormField::pattern), first.choices(),
                children.values().stream().map(FormBundle::merged).toList(), firstOf(fields, FormField::autocomplete));
    }

    private static <T> T firstOf(List<FormField> fields, java.util.function.Function<FormField, T> part) {
        return fields.stream().map(part).filter(java.util.Objects::nonNull).findFirst().orElse(null);
    }

    /** The title of the section with the id, in its languages. */
    public Text titleOf(String section) {
        return topics.containsKey(section) ? topics.get(section).first().title() : null;
    }

    private record Topic(FormSection first, List<Item> items) {}

    private record Item(String path, List<Asker> askers) {}

    private record Asker(String procedure, FormField field) {}
}
