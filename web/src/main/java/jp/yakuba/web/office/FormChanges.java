package jp.yakuba.web.office;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.yakuba.application.api.FormDefinition;
import jp.yakuba.application.api.FormField;
import jp.yakuba.application.api.FormRule;
import jp.yakuba.application.api.FormSection;
import jp.yakuba.web.shell.NotFound;

/**
 * Changes to a form, each giving a new form. A place is written as the numbers on the way to it, from 0: {@code 1} is the
 * second page, {@code 1.2} its third question, {@code 1.2.0} the first question inside that one.
 */
final class FormChanges {
    private final FormDefinition form;

    FormChanges(FormDefinition form) {
        this.form = form;
    }

    /** The page at the place. */
    FormSection section(String at) {
        return get(form.sections(), way(at)[0]);
    }

    /** The question at the place. */
    FormField question(String at) {
        var way = way(at);
        var found = get(section(at).fields(), way[1]);
        for (int depth = 2; depth < way.length; depth++) {
            found = get(found.fields(), way[depth]);
        }
        return found;
    }

    /** A name that no page and no question of the form bears. */
    String freeId() {
        var taken = form.sections().stream().flatMap(section -> Stream.concat(Stream.of(section.id()), ids(section.fields()))).toList();
        return IntStream.iterate(1, number -> number + 1).mapToObj(number -> "item" + number).filter(id -> !taken.contains(id)).findFirst()
                .orElseThrow();
    }

    private static Stream<String> ids(List<FormField> fields) {
        return fields.stream().flatMap(field -> Stream.concat(Stream.of(field.id()), ids(field.fields())));
    }

    /** The same place as definitions write it: {@code sections[1].fields[2]}. */
    static String place(String at) {
        var way = way(at);
        return "sections[" + way[0] + "]"
                + IntStream.range(1, way.length).mapToObj(i -> ".fields[" + way[i] + "]").collect(Collectors.joining());
    }

    /** With another question in the place. */
    FormDefinition with(String at, FormField question) {
        return among(at, (fields, index) -> fields.set(index, question));
    }

    /** With a new question at the end of a page or group. */
    FormDefinition withNew(String parent, FormField question) {
        return within(way(parent), fields -> {
            fields.add(question);
            return fields;
        });
    }

    /** With another title and introduction of the page. */
    FormDefinition with(String at, FormSection section) {
        var sections = new ArrayList<>(form.sections());
        sections.set(way(at)[0], section);
        return of(sections);
    }

    /** With a new page at the end. */
    FormDefinition withNew(FormSection section) {
        var sections = new ArrayList<>(form.sections());
        sections.add(section);
        return of(sections);
    }

    /** Without the page or question. */
    FormDefinition without(String at) {
        if (way(at).length > 1) {
            return among(at, (fields, index) -> fields.remove((int) index));
        }
        var sections = new ArrayList<>(form.sections());
        sections.remove(section(at));
        return of(sections);
    }

    /** With the page or question a step earlier (-1) or later (1); at the end of the way nothing changes. */
    FormDefinition moved(String at, int by) {
        if (way(at).length > 1) {
            return among(at, (fields, index) -> move(fields, index, by));
        }
        var sections = new ArrayList<>(form.sections());
        move(sections, way(at)[0], by);
        return of(sections);
    }

    /** The rule at the place. */
    FormRule rule(String at) {
        return get(form.rules(), way(at)[0]);
    }

    /** With another rule in the place. */
    FormDefinition withRule(String at, FormRule rule) {
        rule(at);
        return among(rules -> rules.set(way(at)[0], rule));
    }

    /** With a new rule at the end. */
    FormDefinition withNewRule(FormRule rule) {
        return among(rules -> rules.add(rule));
    }

    /** Without the rule. */
    FormDefinition withoutRule(String at) {
        rule(at);
        return among(rules -> rules.remove(way(at)[0]));
    }

    /** With the rule a step earlier. */
    FormDefinition ruleMoved(String at) {
        rule(at);
        return among(rules -> move(rules, way(at)[0], -1));
    }

    private FormDefinition among(Consumer<List<FormRule>> deed) {
        var rules = new ArrayList<>(form.rules());
        deed.accept(rules);
        return new FormDefinition(form.procedure(), form.version(), form.sections(), rules);
    }

    private static <T> void move(List<T> list, int index, int by) {
        if (index + by >= 0 && index + by < list.size()) {
            list.add(index + by, list.remove(index));
        }
    }

    /** Something done to the list in which a question stands. */
    private interface Deed {
        void at(List<FormField> fields, Integer index);
    }

    private FormDefinition among(String at, Deed deed) {
        question(at);
        var way = way(at);
        return within(Arrays.copyOf(way, way.length - 1), fields -> {
            deed.at(fields, way[way.length - 1]);
            return fields;
        });
    }

    private FormDefinition within(int[] parent, UnaryOperator<List<FormField>> change) {
        var sections = new ArrayList<>(form.sections());
        var section = get(sections, parent[0]);
        var fields = descend(section.fields(), parent, 1, change);
        sections.set(parent[0], new FormSection(section.id(), section.title(), section.intro(), fields));
        return of(sections);
    }

    private static List<FormField> descend(List<FormField> fields, int[] way, int depth, UnaryOperator<List<FormField>> change) {
        var copy = new ArrayList<>(fields);
        if (depth == way.length) {
            return change.apply(copy);
        }
        var group = get(copy, way[depth]);
        copy.set(way[depth], group.asking(descend(group.fields(), way, depth + 1, change)));
        return copy;
    }

    private FormDefinition of(List<FormSection> sections) {
        return new FormDefinition(form.procedure(), form.version(), sections, form.rules());
    }

    private static int[] way(String at) {
        if (at == null || !at.matches("\\d{1,3}(\\.\\d{1,3}){0,4}")) {
            throw new NotFound();
        }
        return Arrays.stream(at.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }

    private static <T> T get(List<T> list, int index) {
        if (index >= list.size()) {
            throw new NotFound();
        }
        return list.get(index);
    }
}
