package jp.yakuba.portal.service;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.function.Function;
import jp.yakuba.application.api.Choice;
import jp.yakuba.application.api.Condition;
import jp.yakuba.application.api.Text;

/** Guides as JSON files. */
public final class GuideJson {
    private GuideJson() {}

    /** Reads a guide. */
    public static Guide read(JsonObject file) {
        return new Guide(
                file.getString("code"), text(file, "name"), text(file, "summary"), file.getString("icon"),
                list(file, "questions", GuideJson::question),
                list(file, "rules", rule -> new Guide.Rule(rule.getString("procedure"), condition(rule.getJsonObject("when")))),
                list(file, "facts", fact -> new Guide.Fact(
                        fact.getString("path"), fact.getString("answerTo", null), fact.getString("value", null),
                        condition(fact.getJsonObject("when")))));
    }

    private static Guide.Question question(JsonObject question) {
        return new Guide.Question(
                question.getString("id"), text(question, "text"), text(question, "hint"), question.getBoolean("multiple", false),
                list(question, "choices", choice -> new Choice(choice.getString("value"), text(choice, "label"))),
                condition(question.getJsonObject("when")));
    }

    private static Condition condition(JsonObject condition) {
        if (condition == null) {
            return null;
        }
        var in = condition.getJsonArray("in");
        return new Condition(
                condition.getString("path"), in == null ? List.of() : in.getValuesAs(JsonString.class).stream().map(JsonString::getString).toList(),
                condition.getBoolean("not", false), list(condition, "all", GuideJson::condition));
    }

    private static Text text(JsonObject object, String name) {
        var languages = object.getJsonObject(name);
        return languages == null
                ? null
                : new Text(languages.getString("ja"), languages.getString("easy", null), languages.getString("en", null));
    }

    private static <T> List<T> list(JsonObject object, String name, Function<JsonObject, T> reader) {
        JsonArray values = object.getJsonArray(name);
        return values == null ? List.of() : values.stream().map(value -> reader.apply(value.asJsonObject())).toList();
    }
}
