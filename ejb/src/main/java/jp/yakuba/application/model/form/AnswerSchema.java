package jp.yakuba.application.model.form;

import static jp.yakuba.kernel.HouseJson.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.yakuba.application.api.Choice;
import jp.yakuba.application.api.Condition;
import jp.yakuba.application.api.FieldType;
import jp.yakuba.application.api.FormDefinition;
import jp.yakuba.application.api.FormField;

/**
 * The answers of a form as JSON Schema (draft 2020-12): a flat object from path to text, as it is kept with an application. What
 * is required under a condition stands in {@code allOf} as if and then; what only a calendar or another answer can tell is left
 * to the desk.
 */
public final class AnswerSchema {
    private final FormDefinition form;
    private final JsonObjectBuilder properties = JSON.createObjectBuilder();
    private final JsonObjectBuilder patterns = JSON.createObjectBuilder();
    private final JsonArrayBuilder required = JSON.createArrayBuilder();
    private final JsonArrayBuilder conditional = JSON.createArrayBuilder();
    private boolean anyConditional;

    private AnswerSchema(FormDefinition form) {
        this.form = form;
    }

    /** The schema as an indented JSON file. */
    public static String of(FormDefinition form) {
        return new AnswerSchema(form).write();
    }

    private String write() {
        form.sections().forEach(section -> section.fields().forEach(field -> describe(Paths.of(form.procedure(), field), field)));
        var schema = JSON.createObjectBuilder()
                .add("$schema", "https://json-schema.org/draft/2020-12/schema")
                .add("$id", "urn:yakuba:form:" + form.procedure() + ":" + form.version())
                .add("title", form.procedure() + " v" + form.version())
                .add("type", "object")
                .add("properties", properties)
                .add("patternProperties", patterns)
                .add("required", required)
                .add("additionalProperties", false);
        if (anyConditional) {
            schema.add("allOf", conditional);
        }
        var out = new StringWriter();
        try (var writer = JSON.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true)).createWriter(out)) {
            writer.writeObject(schema.build());
        }
        return out.toString().strip() + "\n";
    }

    private void describe(String path, FormField field) {
        switch (field.type()) {
            case NOTE -> { }
            case GROUP -> {
                properties.add(path + ".count", JSON.createObjectBuilder().add("type", "string").add("pattern", "^[0-9]{1,3}$"));
                field.fields().forEach(child -> Paths.keptBy(path + ".*." + child.id(), child).forEach(kept -> patterns.add(
                        "^" + kept.replace(".", "\\.").replace("*", "[0-9]{1,3}") + "$", value(child, kept))));
            }
            default -> {
                Paths.keptBy(path, field).forEach(kept -> properties.add(kept, value(field, kept)));
                if (field.required() && field.optionalWhen() == null) {
                    require(path, field);
                }
            }
        }
    }

    private void require(String path, FormField field) {
        var needed = field.type() == FieldType.ADDRESS
                ? Stream.of("postal", "place", "lot").map(part -> path + "." + part).toList()
                : java.util.List.of(path);
        if (field.when() == null) {
            needed.forEach(required::add);
            return;
        }
        if (!isTold(field.when())) {
            return;
        }
        anyConditional = true;
        conditional.add(JSON.createObjectBuilder()
                .add("if", condition(field.when()))
                .add("then", JSON.createObjectBuilder().add("required", JSON.createArrayBuilder(needed))));
    }

    /** A condition over the circumstances of asking is nothing that the answers tell. */
    private static boolean isTold(Condition condition) {
        return !Paths.isCircumstance(condition.path()) && condition.all().stream().allMatch(AnswerSchema::isTold);
    }

    private static JsonObject condition(Condition condition) {
        var parts = JSON.createArrayBuilder();
        if (condition.path() != null) {
            var itself = JSON.createObjectBuilder().add("required", JSON.createArrayBuilder().add(condition.path()));
            if (!condition.in().isEmpty()) {
                var words = condition.in().stream().map(AnswerSchema::quoted).collect(Collectors.joining("|"));
                itself.add("properties", JSON.createObjectBuilder().add(
                        condition.path(), JSON.createObjectBuilder().add("pattern", "(^|,)(" + words + ")(,|$)")));
            }
            parts.add(condition.not() ? JSON.createObjectBuilder().add("not", itself).build() : itself.build());
        }
        condition.all().forEach(besides -> parts.add(condition(besides)));
        return JSON.createObjectBuilder().add("allOf", parts).build();
    }

    private static String quoted(String word) {
        return word.replaceAll("([\\\\.*+?()\\[\\]{}|^$-])", "\\\\$1");
    }

    private static JsonObject value(FormField field, String path) {
        var value = JSON.createObjectBuilder().add("type", "string").add("description", field.label().ja());
        switch (field.type()) {
            case DATE -> value.add("format", "date");
            case MAIL -> value.add("format", "email");
            case NUMBER -> value.add("pattern", "^-?[0-9]+(\\.[0-9]+)?$");
            case YES_NO -> value.add("enum", JSON.createArrayBuilder().add("yes").add("no"));
            case CHOICE -> value.add("enum", JSON.createArrayBuilder(field.choices().stream().map(Choice::value).toList()));
            case CHOICES -> value.add("pattern", "^(" + alternatives(field) + ")(,(" + alternatives(field) + "))*$");
            case PERSON -> value.add("pattern", "^m[0-9]{1,3}(,m[0-9]{1,3})*$");
            case APPOINTMENT -> value.add("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$");
            case TEXT, LONG_TEXT, KANA -> texts(field, value);
            default -> {
                if (path.endsWith(".postal")) {
                    value.add("pattern", "^[0-9]{7}$");
                }
            }
        }
        return value.build();
    }

    private static String alternatives(FormField field) {
        return field.choices().stream().map(choice -> quoted(choice.value())).collect(Collectors.joining("|"));
    }

    private static void texts(FormField field, JsonObjectBuilder value) {
        if (field.minimum() != null) {
            value.add("minLength", Integer.parseInt(field.minimum()));
        }
        if (field.maximum() != null) {
            value.add("maxLength", Integer.parseInt(field.maximum()));
        }
        if (field.pattern() != null) {
            value.add("pattern", "^(" + field.pattern() + ")$");
        }
    }
}
