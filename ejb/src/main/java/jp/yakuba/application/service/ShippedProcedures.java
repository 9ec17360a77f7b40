package jp.yakuba.application.service;

import static jp.yakuba.kernel.HouseJson.JSON;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.yakuba.application.api.Choice;
import jp.yakuba.application.api.FormDefinition;
import jp.yakuba.application.api.FormFault;
import jp.yakuba.application.api.ProcedureView;
import jp.yakuba.application.api.Text;
import jp.yakuba.application.model.form.FormJson;
import jp.yakuba.application.model.form.ProcedureJson;
import jp.yakuba.application.model.form.RemedyInspection;
import jp.yakuba.kernel.Sha256;
import jp.yakuba.organization.api.TownWords;

/** The procedures that come with the town's files ({@code procedures/*.json}, in the order of {@code index.txt}). */
public final class ShippedProcedures {
    private static final String FOLDER = "/procedures/";

    private ShippedProcedures() {}

    /** All of them, in the words of the town. */
    public static List<ShippedProcedure> list(TownWords words) {
        var codes = new String(bytes("index.txt"), StandardCharsets.UTF_8).lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        return IntStream.range(0, codes.size()).mapToObj(i -> read(codes.get(i), i, words)).toList();
    }

    /** Life events with their names. */
    static List<Choice> lifeEvents() {
        try (var reader = JSON.createReader(new ByteArrayInputStream(bytes("life-events.json")))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(event -> new Choice(event.getString("code"), new Text(
                            event.getJsonObject("name").getString("ja"), event.getJsonObject("name").getString("easy"),
                            event.getJsonObject("name").getString("en"))))
                    .toList();
        }
    }

    private static ShippedProcedure read(String code, int position, TownWords words) {
        var bytes = words.in(new String(bytes(code + ".json"), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        try (var reader = JSON.createReader(new ByteArrayInputStream(bytes))) {
            var file = reader.readObject();
            var form = file.containsKey("form") ? FormJson.read(file.getJsonObject("form")) : null;
            if (form != null && !form.isFaultless()) {
                throw new FaultyFileException(code, form.lines());
            }
            var facts = ProcedureJson.read(file);
            var faults = RemedyInspection.of(facts);
            if (!faults.isEmpty()) {
                throw new FaultyFileException(code, faults.stream().map(FormFault::line).collect(Collectors.joining("\n")));
            }
            return new ShippedProcedure(
                    facts, position, Sha256.hex(bytes), form == null ? null : form.definition());
        }
    }

    private static byte[] bytes(String name) {
        try (InputStream in = ShippedProcedures.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new FaultyFileException(name, "not found");
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * A procedure as shipped.
     *
     * @param form null if it has no form
     */
    public record ShippedProcedure(ProcedureView facts, int position, String hash, FormDefinition form) {}

    /** A file of the town that cannot be used; the server does not start with it. */
    public static final class FaultyFileException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        FaultyFileException(String file, String faults) {
            super(FOLDER + file + ": " + faults);
        }
    }
}
