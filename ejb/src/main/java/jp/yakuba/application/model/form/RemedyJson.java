package jp.yakuba.application.model.form;

import static jp.yakuba.kernel.HouseJson.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.yakuba.application.api.FormFault;
import jp.yakuba.application.api.Remedy;
import jp.yakuba.application.api.RemedyWay;

/** What a procedure says about remedies (教示), as JSON in its file and in the tables. */
final class RemedyJson {
    private static final Set<String> MEMBERS = Set.of("way", "authority", "reviewBy", "defendant", "grounds");

    private RemedyJson() {}

    /** Reads it from the file of a procedure; null if the file says nothing. What cannot be read is refused with its place. */
    static Remedy of(JsonObject file) {
        var faults = new ArrayList<FormFault>();
        var node = new JsonNode(file, "", faults).child("remedy");
        var remedy = node == null ? null : read(node);
        if (!faults.isEmpty()) {
            throw new UnreadableRemedyException(faults);
        }
        return remedy;
    }

    private static Remedy read(JsonNode node) {
        node.allowOnly(MEMBERS);
        return new Remedy(way(node), node.text("authority"), node.text("reviewBy"), node.text("defendant"), node.strings("grounds"));
    }

    private static RemedyWay way(JsonNode node) {
        var word = node.text("way");
        return Arrays.stream(RemedyWay.values()).filter(way -> way.name().equals(word)).findFirst().orElseGet(() -> {
            node.fault("way", "使えるのは " + Arrays.toString(RemedyWay.values()) + " です。");
            return null;
        });
    }

    static JsonObject object(Remedy remedy) {
        var out = JSON.createObjectBuilder().add("way", remedy.way().name());
        put(out, "authority", remedy.authority());
        put(out, "reviewBy", remedy.reviewBy());
        put(out, "defendant", remedy.defendant());
        return out.add("grounds", JSON.createArrayBuilder(remedy.grounds())).build();
    }

    private static void put(JsonObjectBuilder out, String name, String words) {
        if (words != null) {
            out.add(name, words);
        }
    }

    /** Reads what {@link #object(Remedy)} wrote. */
    static Remedy read(String json) {
        try (var reader = JSON.createReader(new StringReader(json))) {
            return read(new JsonNode(reader.readObject(), "", new ArrayList<>()));
        }
    }

    /** What a file says about remedies is not in the words that it knows. */
    static final class UnreadableRemedyException extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        UnreadableRemedyException(List<FormFault> faults) {
            super(faults.stream().map(FormFault::line).collect(Collectors.joining("\n")));
        }
    }
}
