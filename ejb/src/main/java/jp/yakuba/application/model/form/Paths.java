package jp.yakuba.application.model.form;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.yakuba.application.api.FieldType;
import jp.yakuba.application.api.FormDefinition;
import jp.yakuba.application.api.FormField;

/** Names of answers: a field's fact, or the procedure and the field's id; entries of groups and parts of addresses below it. */
public final class Paths {
    /** Stands in conditions for the codes of all procedures that are asked together. */
    public static final String PROCEDURES = "@procedures";
    /** Stands in conditions for the way by which the answers come: {@code online} or {@code counter}. */
    public static final String CHANNEL = "@channel";
    /** The parts of an address. */
    public static final List<String> ADDRESS_PARTS = List.of("postal", "place", "lot", "building");

    private Paths() {}

    /** True for names that stand for no question but for the circumstances of asking. */
    public static boolean isCircumstance(String path) {
        return PROCEDURES.equals(path) || CHANNEL.equals(path);
    }

    /** The path of a field that stands in a section. */
    public static String of(String procedure, FormField field) {
        return field.fact() == null ? procedure + "." + field.id() : field.fact();
    }

    /** The path of a question of a group's entry. */
    public static String inEntry(String group, int index, String id) {
        return group + "." + index + "." + id;
    }

    /** True if the answer at the path is a part of an address: a place and a lot stand beside it or are it. */
    public static boolean isPartOfAddress(String path, Map<String, String> answers) {
        int dot = path.lastIndexOf('.');
        var stem = path.substring(0, dot + 1);
        return ADDRESS_PARTS.contains(path.substring(dot + 1))
                && (answers.containsKey(stem + "place") || answers.containsKey(stem + "lot"));
    }

    /** The paths under which answers to a field are kept; a {@code *} stands for the index in a group. */
    public static Stream<String> keptBy(String path, FormField field) {
        if (field.type() == FieldType.NOTE) {
            return Stream.empty();
        }
        if (field.type() == FieldType.ADDRESS) {
            return ADDRESS_PARTS.stream().map(part -> path + "." + part);
        }
        if (field.type() == FieldType.GROUP) {
            return field.fields().stream().flatMap(child -> keptBy(path + ".*." + child.id(), child));
        }
        return Stream.of(path);
    }

    /** All paths of a form, with {@code *} for the index in a group. */
    public static List<String> keptBy(FormDefinition form) {
        return form.sections().stream()
                .flatMap(section -> section.fields().stream())
                .flatMap(field -> keptBy(of(form.procedure(), field), field))
                .toList();
    }
}
