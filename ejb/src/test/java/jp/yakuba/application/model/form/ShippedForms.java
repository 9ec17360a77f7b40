package jp.yakuba.application.model.form;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jp.yakuba.application.api.FormDefinition;
import jp.yakuba.organization.api.TownWords;

/** The procedures and forms that are shipped with the sample town, for tests. */
public final class ShippedForms {
    /** The seven procedures of a move into town, in the order of the guide. */
    public static final List<String> MOVE = List.of(
            "move-in", "national-health-insurance", "child-allowance", "school-transfer", "water-start", "dog-change", "seal-registration");

    private ShippedForms() {}

    /** Codes in the order of the index. */
    public static List<String> codes() {
        return Arrays.stream(text("index.txt").split("\n")).filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }

    /** The file of a procedure, in the words of a 町. */
    public static JsonObject procedure(String code) {
        return Json.createReader(new StringReader(TownWords.USUAL.in(text(code + ".json")))).readObject();
    }

    /** The form of a procedure. */
    public static FormDefinition form(String code) {
        var reading = FormJson.read(procedure(code).getJsonObject("form"));
        if (!reading.isFaultless()) {
            throw new IllegalStateException(code + "\n" + reading.lines());
        }
        return reading.definition();
    }

    /** Codes of procedures that have a form. */
    public static Stream<String> withForm() {
        return codes().stream().filter(code -> procedure(code).containsKey("form"));
    }

    /** The forms asked together. */
    public static FormBundle bundle(List<String> codes) {
        return FormBundle.of(codes.stream().map(ShippedForms::form).toList());
    }

    private static String text(String name) {
        try (var in = open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static InputStream open(String name) {
        return ShippedForms.class.getResourceAsStream("/procedures/" + name);
    }
}
