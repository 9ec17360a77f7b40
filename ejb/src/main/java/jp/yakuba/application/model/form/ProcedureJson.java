package jp.yakuba.application.model.form;

import static jp.yakuba.kernel.HouseJson.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.yakuba.application.api.ProcedureKind;
import jp.yakuba.application.api.ProcedureView;
import jp.yakuba.application.api.Remedy;
import jp.yakuba.application.api.Text;
import jp.yakuba.application.api.VisitRule;
import jp.yakuba.kernel.Assurance;

/** Procedures of the catalogue as JSON files, and their texts as JSON in the tables. */
public final class ProcedureJson {
    private ProcedureJson() {}

    /** Reads a procedure from its file; a file that lacks something is refused with the name of what it lacks. */
    public static ProcedureView read(JsonObject file) {
        return new ProcedureView(
                file.getString("code"), text(file.getJsonObject("name")), file.getString("kana"), text(file.getJsonObject("summary")),
                file.getString("legalGround"), file.getString("section"), text(file.getJsonObject("whoMay")),
                texts(file.getJsonArray("bring")), file.getInt("fee", 0), file.getInt("standardDays", 0),
                Assurance.valueOf(file.getString("identity", "NONE")), ProcedureKind.valueOf(file.getString("kind")),
                VisitRule.valueOf(file.getString("visit", "NONE")), file.getBoolean("online", false), file.getString("coreSystem", null),
                file.getString("matter", null), file.getString("waitsFor", null), strings(file.getJsonArray("lifeEvents")),
                strings(file.getJsonArray("keywords")), LocalDate.parse(file.getString("validFrom")), date(file.getString("validUntil", null)),
                RemedyJson.of(file));
    }

    private static LocalDate date(String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static Text text(JsonObject languages) {
        return new Text(languages.getString("ja"), languages.getString("easy", null), languages.getString("en", null));
    }

    private static List<Text> texts(JsonArray values) {
        return values == null ? List.of() : values.stream().map(value -> text(value.asJsonObject())).toList();
    }

    private static List<String> strings(JsonArray values) {
        return values == null ? List.of() : values.getValuesAs(JsonString.class).stream().map(JsonString::getString).toList();
    }

    /** A text as JSON. */
    public static String write(Text text) {
        return object(text).toString();
    }

    /** Texts as a JSON list. */
    public static String writeTexts(List<Text> texts) {
        var out = JSON.createArrayBuilder();
        texts.forEach(text -> out.add(object(text)));
        return out.build().toString();
    }

    /** Words as a JSON list. */
    public static String writeWords(List<String> words) {
        return JSON.createArrayBuilder(words).build().toString();
    }

    /** What is said about remedies as JSON; null for the usual. */
    public static String writeRemedy(Remedy remedy) {
        return remedy == null ? null : RemedyJson.object(remedy).toString();
    }

    /** Reads what {@link #writeRemedy(Remedy)} wrote. */
    public static Remedy readRemedy(String json) {
        return json == null ? null : RemedyJson.read(json);
    }

    static JsonObject object(Text text) {
        var out = JSON.createObjectBuilder().add("ja", text.ja());
        if (text.easy() != null) {
            out.add("easy", text.easy());
        }
        if (text.en() != null) {
            out.add("en", text.en());
        }
        return out.build();
    }

    /** Reads what {@link #write(Text)} wrote. */
    public static Text readText(String json) {
        try (var reader = JSON.createReader(new StringReader(json))) {
            return text(reader.readObject());
        }
    }

    /** Reads what {@link #writeTexts(List)} wrote. */
    public static List<Text> readTexts(String json) {
        try (var reader = JSON.createReader(new StringReader(json))) {
            return new ArrayList<>(texts(reader.readArray()));
        }
    }

    /** Reads what {@link #writeWords(List)} wrote. */
    public static List<String> readWords(String json) {
        try (var reader = JSON.createReader(new StringReader(json))) {
            return new ArrayList<>(strings(reader.readArray()));
        }
    }
}
