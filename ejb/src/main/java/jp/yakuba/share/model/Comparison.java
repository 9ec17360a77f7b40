package jp.yakuba.share.model;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.yakuba.share.api.Difference;
import jp.yakuba.share.api.Difference.Kind;
import jp.yakuba.share.api.SharedProcedureSheet;

/** What is otherwise in a later version of a shared procedure, in the words of its files. */
public final class Comparison {
    /** What the catalogue tells; section, matter and days are each town's own. */
    private static final List<String> FACTS = List.of("name", "kana", "summary", "legalGround", "whoMay", "bring", "fee", "standardDays", "identity", "kind",
            "visit", "waitsFor", "coreSystem", "lifeEvents", "keywords", "remedy");
    private static final List<String> MEMBERS = List.of("label", "hint", "why", "type", "required", "optionalWhen", "when", "minimum", "maximum", "pattern",
            "choices", "fact", "autocomplete");
    private static final String FIELDS = "fields";

    private Comparison() {}

    /** The differences, facts first, then the form question by question. */
    public static List<Difference> of(SharedContent before, SharedContent after) {
        var found = new ArrayList<Difference>();
        members(Kind.FACT, "", FACTS, before.facts(), after.facts(), found);
        if (before.form() == null || after.form() == null) {
            if (!Objects.equals(before.form(), after.form())) {
                found.add(new Difference(before.form() == null ? Kind.FORM_ADDED : Kind.FORM_GONE, "", "", "", ""));
            }
            return found;
        }
        forms(before.form(), after.form(), found);
        return found;
    }

    private static void forms(JsonObject before, JsonObject after, List<Difference> found) {
        var earlier = questions(before);
        var later = questions(after);
        earlier.forEach((id, question) -> {
            if (!later.containsKey(id)) {
                found.add(new Difference(Kind.QUESTION_GONE, label(question), "", "", ""));
            }
        });
        later.forEach((id, question) -> {
            if (earlier.containsKey(id)) {
                members(Kind.QUESTION, label(question), MEMBERS, earlier.get(id), question, found);
            } else {
                found.add(new Difference(Kind.QUESTION_ADDED, label(question), "", "", ""));
            }
        });
        if (!order(earlier, later).equals(order(later, earlier)) || !titles(before).equals(titles(after))) {
            found.add(new Difference(Kind.ORDER, "", "", "", ""));
        }
        if (!list(before, "rules").equals(list(after, "rules"))) {
            found.add(new Difference(Kind.RULES, "", "", "", ""));
        }
    }

    private static List<String> order(Map<String, JsonObject> ofThese, Map<String, JsonObject> among) {
        return ofThese.keySet().stream().filter(among::containsKey).toList();
    }

    private static List<String> titles(JsonObject form) {
        return objects(list(form, "sections")).map(section -> words(section.get("title")) + words(section.get("intro"))).toList();
    }

    private static void members(Kind kind, String place, List<String> names, JsonObject before, JsonObject after, List<Difference> found) {
        for (var name : names) {
            var was = words(before.get(name));
            var is = words(after.get(name));
            if (!was.equals(is)) {
                found.add(new Difference(kind, place, name, was, is));
            }
        }
    }

    /** Questions by their way through pages and groups. */
    private static Map<String, JsonObject> questions(JsonObject form) {
        var questions = new LinkedHashMap<String, JsonObject>();
        objects(list(form, "sections")).forEach(section -> collect("", list(section, FIELDS), questions));
        return questions;
    }

    private static void collect(String parent, JsonArray fields, Map<String, JsonObject> questions) {
        objects(fields).forEach(field -> {
            var way = parent + "/" + field.getString("id", "");
            questions.put(way, field);
            collect(way, list(field, FIELDS), questions);
        });
    }

    private static JsonArray list(JsonObject object, String name) {
        return object.get(name) instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY;
    }

    private static Stream<JsonObject> objects(JsonArray array) {
        return array.stream().filter(JsonObject.class::isInstance).map(JsonValue::asJsonObject);
    }

    private static String label(JsonObject question) {
        return question.get("label") instanceof JsonObject text && text.get("ja") instanceof JsonString words ? words.getString()
                : question.getString("id", "");
    }

    /** A value in words: a text in its languages, a list with commas, whatever else as it stands. */
    private static String words(JsonValue value) {
        if (value == null || value == JsonValue.NULL) {
            return "";
        }
        if (value instanceof JsonString text) {
            return text.getString();
        }
        if (value instanceof JsonArray array) {
            return array.stream().map(Comparison::words).collect(Collectors.joining("、"));
        }
        if (value instanceof JsonObject object) {
            return object.entrySet().stream().map(entry -> part(entry.getKey(), entry.getValue())).collect(Collectors.joining(" ／ "));
        }
        return value.toString();
    }

    private static String part(String name, JsonValue value) {
        return List.of("ja", "easy", "en").contains(name) ? words(value) : name + " " + words(value);
    }

    /** What the catalogue tells, member by member, as far as it tells anything. */
    public static List<SharedProcedureSheet.Member> facts(SharedContent content) {
        return FACTS.stream().map(name -> new SharedProcedureSheet.Member(name, words(content.facts().get(name))))
                .filter(member -> !member.value().isEmpty()).toList();
    }

    /** The form, page by page. */
    public static List<SharedProcedureSheet.Section> sections(SharedContent content) {
        return content.form() == null ? List.of() : objects(list(content.form(), "sections")).map(section -> {
            var questions = new LinkedHashMap<String, JsonObject>();
            collect("", list(section, FIELDS), questions);
            return new SharedProcedureSheet.Section(label(section.get("title"), section), questions.values().stream().map(Comparison::question).toList());
        }).toList();
    }

    private static String label(JsonValue title, JsonObject section) {
        return title instanceof JsonObject text && text.get("ja") instanceof JsonString words ? words.getString() : section.getString("id", "");
    }

    private static SharedProcedureSheet.Question question(JsonObject field) {
        return new SharedProcedureSheet.Question(label(field), field.getString("type", ""), field.getBoolean("required", false));
    }
}
