package jp.yakuba.application.model.form;

import static jp.yakuba.kernel.HouseJson.JSON;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.yakuba.application.api.ApplicationProblem;
import jp.yakuba.application.api.ProcedureView;
import jp.yakuba.kernel.RuleViolation;

/** A procedure of the catalogue as a file that authors take along and bring back. */
public final class ProcedureFile {
    private static final List<String> NEEDED = List.of(
            "code", "name", "kana", "summary", "legalGround", "section", "whoMay", "kind", "validFrom");

    private ProcedureFile() {}

    /** Reads a file that an author brings; what cannot be read is refused in words. */
    public static ProcedureView read(String file) {
        try (var reader = JSON.createReader(new StringReader(file))) {
            var object = reader.readObject();
            mustBeWhole(object);
            return ProcedureJson.read(object);
        } catch (JsonException | ClassCastException | IllegalStateException broken) {
            throw refused("このファイルは手続きのファイル（JSON）として読めません。");
        } catch (RemedyJson.UnreadableRemedyException unreadable) {
            throw refused(unreadable.getMessage());
        } catch (IllegalArgumentException | DateTimeException unknown) {
            throw refused("このファイルに使えない言葉や日付があります。書き出したファイルと見比べてください。");
        }
    }

    private static void mustBeWhole(JsonObject file) {
        var missing = Stream.concat(
                        NEEDED.stream().filter(name -> !file.containsKey(name)),
                        Stream.of("name", "summary", "whoMay")
                                .filter(name -> file.containsKey(name) && !file.getJsonObject(name).containsKey("ja"))
                                .map(name -> name + ".ja"))
                .toList();
        if (!missing.isEmpty()) {
            throw refused("このファイルには次の項目が足りません：" + String.join("、", missing));
        }
    }

    private static RuleViolation refused(String words) {
        return new RuleViolation(ApplicationProblem.PROCEDURE_FAULTY, words);
    }

    /** The procedure as an indented file that {@link #read(String)} reads back to an equal one. */
    public static String write(ProcedureView facts) {
        var bring = JSON.createArrayBuilder();
        facts.bring().forEach(text -> bring.add(ProcedureJson.object(text)));
        var file = JSON.createObjectBuilder()
                .add("code", facts.code()).add("name", ProcedureJson.object(facts.name())).add("kana", facts.kana())
                .add("summary", ProcedureJson.object(facts.summary())).add("legalGround", facts.legalGround())
                .add("section", facts.section()).add("whoMay", ProcedureJson.object(facts.whoMay())).add("bring", bring)
                .add("fee", facts.fee()).add("standardDays", facts.standardDays()).add("identity", facts.identity().name())
                .add("kind", facts.kind().name()).add("visit", facts.visit().name()).add("online", facts.online());
        addIfGiven(file, "coreSystem", facts.coreSystem());
        addIfGiven(file, "matter", facts.matter());
        addIfGiven(file, "waitsFor", facts.waitsFor());
        file.add("lifeEvents", JSON.createArrayBuilder(facts.lifeEvents()))
                .add("keywords", JSON.createArrayBuilder(facts.keywords()))
                .add("validFrom", facts.validFrom().toString());
        addIfGiven(file, "validUntil", facts.validUntil());
        if (facts.remedy() != null) {
            file.add("remedy", RemedyJson.object(facts.remedy()));
        }
        return indented(file.build());
    }

    private static void addIfGiven(JsonObjectBuilder file, String name, Object value) {
        if (value != null) {
            file.add(name, value.toString());
        }
    }

    private static String indented(JsonObject file) {
        var out = new StringWriter();
        try (var writer = JSON.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true)).createWriter(out)) {
            writer.writeObject(file);
        }
        return out.toString().strip() + "\n";
    }
}
