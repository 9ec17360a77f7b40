package jp.yakuba.application.model.form;

import static jp.yakuba.kernel.HouseJson.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.function.Function;
import jp.yakuba.application.api.Choice;
import jp.yakuba.application.api.Condition;
import jp.yakuba.application.api.FormDefinition;
import jp.yakuba.application.api.FormField;
import jp.yakuba.application.api.FormRule;
import jp.yakuba.application.api.FormSection;
import jp.yakuba.application.api.Text;

/** The writing half of {@link FormJson}: leaves out what is empty. */
final class FormJsonWriting {
    private FormJsonWriting() {}

    static JsonObject definition(FormDefinition definition) {
        var out = JSON.createObjectBuilder();
        put(out, "procedure", definition.procedure());
        out.add("version", definition.version());
        out.add("sections", list(definition.sections(), FormJsonWriting::section));
        putList(out, "rules", list(definition.rules(), FormJsonWriting::rule));
        return out.build();
    }

    private static JsonObject section(FormSection section) {
        var out = JSON.createObjectBuilder();
        put(out, "id", section.id());
        put(out, "title", section.title());
        put(out, "intro", section.intro());
        out.add("fields", list(section.fields(), FormJsonWriting::field));
        return out.build();
    }

    private static JsonObject field(FormField field) {
        var out = JSON.createObjectBuilder();
        put(out, "id", field.id());
        put(out, "fact", field.fact());
        put(out, "type", field.type().name());
        put(out, "label", field.label());
        put(out, "hint", field.hint());
        put(out, "why", field.why());
        if (field.required()) {
            out.add("required", true);
        }
        if (field.optionalWhen() != null) {
            out.add("optionalWhen", condition(field.optionalWhen()));
        }
        if (field.when() != null) {
            out.add("when", condition(field.when()));
        }
        put(out, "minimum", field.minimum());
        put(out, "maximum", field.maximum());
        put(out, "pattern", field.pattern());
        putList(out, "choices", list(field.choices(), FormJsonWriting::choice));
        putList(out, "fields", list(field.fields(), FormJsonWriting::field));
        put(out, "autocomplete", field.autocomplete());
        return out.build();
    }

    private static JsonObject choice(Choice choice) {
        var out = JSON.createObjectBuilder();
        put(out, "value", choice.value());
        put(out, "label", choice.label());
        return out.build();
    }

    private static JsonObject condition(Condition condition) {
        var out = JSON.createObjectBuilder();
        put(out, "path", condition.path());
        if (!condition.in().isEmpty()) {
            var words = JSON.createArrayBuilder();
            condition.in().forEach(words::add);
            out.add("in", words);
        }
        if (condition.not()) {
            out.add("not", true);
        }
        putList(out, "all", list(condition.all(), FormJsonWriting::condition));
        return out.build();
    }

    private static JsonObject rule(FormRule rule) {
        var out = JSON.createObjectBuilder();
        put(out, "path", rule.path());
        put(out, "left", rule.left());
        put(out, "operator", rule.operator());
        put(out, "right", rule.right());
        if (rule.when() != null) {
            out.add("when", condition(rule.when()));
        }
        put(out, "message", rule.message());
        return out.build();
    }

    private static <T> JsonArray list(Collection<T> things, Function<T, JsonObject> writer) {
        JsonArrayBuilder out = JSON.createArrayBuilder();
        things.forEach(thing -> out.add(writer.apply(thing)));
        return out.build();
    }

    private static void putList(JsonObjectBuilder out, String name, JsonArray values) {
        if (!values.isEmpty()) {
            out.add(name, values);
        }
    }

    private static void put(JsonObjectBuilder out, String name, String value) {
        if (value != null) {
            out.add(name, value);
        }
    }

    private static void put(JsonObjectBuilder out, String name, Text text) {
        if (text == null) {
            return;
        }
        var languages = JSON.createObjectBuilder();
        put(languages, "ja", text.ja());
        put(languages, "easy", text.easy());
        put(languages, "en", text.en());
        out.add(name, languages);
    }
}
