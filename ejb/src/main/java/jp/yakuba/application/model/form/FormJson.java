package jp.yakuba.application.model.form;

import static jp.yakuba.kernel.HouseJson.JSON;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.yakuba.application.api.Choice;
import jp.yakuba.application.api.Condition;
import jp.yakuba.application.api.FieldType;
import jp.yakuba.application.api.FormDefinition;
import jp.yakuba.application.api.FormFault;
import jp.yakuba.application.api.FormField;
import jp.yakuba.application.api.FormRule;
import jp.yakuba.application.api.FormSection;

/** Form definitions as JSON files: read with every fault named at its place, written in a stable order. */
public final class FormJson {
    private static final Set<String> FIELD_MEMBERS = Set.of(
            "id", "fact", "type", "label", "hint", "why", "required", "optionalWhen", "when", "minimum", "maximum", "pattern", "choices",
            "fields", "autocomplete");

    private FormJson() {}

    /** Reads a definition; what cannot be read, and what cannot work, is among the faults. */
    public static FormReading read(String json) {
        JsonObject object;
        try (var reader = JSON.createReader(new StringReader(json))) {
            object = reader.readObject();
        } catch (JsonParsingException broken) {
            var where = broken.getLocation();
            return new FormReading(null, List.of(new FormFault(
                    where.getLineNumber() + "行" + where.getColumnNumber() + "文字目", "JSONとして読めません。かっこ・引用符・コンマを確かめてください。")));
        } catch (JsonException | ClassCastException | IllegalStateException broken) {
            return new FormReading(null, List.of(new FormFault("1行目", "様式は { } で囲んだJSONで書いてください。")));
        }
        return read(object);
    }

    /** Reads a definition from JSON that is already parsed. */
    public static FormReading read(JsonObject object) {
        var faults = new ArrayList<FormFault>();
        var node = new JsonNode(object, "", faults);
        node.allowOnly(Set.of("procedure", "version", "sections", "rules"));
        var definition = new FormDefinition(
                node.text("procedure"), node.number("version", 1), node.each("sections", FormJson::section), node.each("rules", FormJson::rule));
        faults.addAll(new FormInspection(definition).faults());
        return new FormReading(definition, faults);
    }

    private static FormSection section(JsonNode node) {
        node.allowOnly(Set.of("id", "title", "intro", "fields"));
        return new FormSection(node.text("id"), node.texts("title"), node.texts("intro"), node.each("fields", FormJson::field));
    }

    private static FormField field(JsonNode node) {
        node.allowOnly(FIELD_MEMBERS);
        return new FormField(
                node.text("id"), node.text("fact"), type(node), node.texts("label"), node.texts("hint"), node.texts("why"),
                node.truth("required"), condition(node.child("optionalWhen")),
                condition(node.child("when")), node.text("minimum"), node.text("maximum"), node.text("pattern"),
                node.each("choices", FormJson::choice), node.each("fields", FormJson::field), node.text("autocomplete"));
    }

    private static FieldType type(JsonNode node) {
        var word = node.text("type");
        if (word == null) {
            node.fault("type", "問いの種類を書いてください。");
            return FieldType.TEXT;
        }
        return Arrays.stream(FieldType.values())
                .filter(type -> type.name().equals(word.toUpperCase(Locale.ROOT).replace('-', '_')))
                .findFirst()
                .orElseGet(() -> {
                    node.fault("type", "種類「" + word + "」はありません。使えるのは " + typeNames() + " です。");
                    return FieldType.TEXT;
                });
    }

    private static String typeNames() {
        return Arrays.stream(FieldType.values()).map(Enum::name).collect(Collectors.joining(", "));
    }

    private static Choice choice(JsonNode node) {
        node.allowOnly(Set.of("value", "label"));
        return new Choice(node.text("value"), node.texts("label"));
    }

    private static Condition condition(JsonNode node) {
        if (node == null) {
            return null;
        }
        node.allowOnly(Set.of("path", "in", "not", "all"));
        return new Condition(node.text("path"), node.strings("in"), node.truth("not"), node.each("all", FormJson::condition));
    }

    private static FormRule rule(JsonNode node) {
        node.allowOnly(Set.of("path", "left", "operator", "right", "when", "message"));
        return new FormRule(
                node.text("path"), node.text("left"), node.text("operator"), node.text("right"), condition(node.child("when")),
                node.texts("message"));
    }

    /** The definition as an indented JSON file that {@link #read(String)} reads back to an equal one. */
    public static String write(FormDefinition definition) {
        var out = new StringWriter();
        var factory = JSON.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));
        try (var writer = factory.createWriter(out)) {
            writer.writeObject(FormJsonWriting.definition(definition));
        }
        return out.toString().strip() + "\n";
    }
}
