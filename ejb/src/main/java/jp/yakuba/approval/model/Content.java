package jp.yakuba.approval.model;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import jp.yakuba.approval.api.ProposalFile;
import jp.yakuba.approval.api.SettleObjection;
import jp.yakuba.kernel.HouseJson;
import jp.yakuba.kernel.Sha256;

/**
 * Everything that is decided on, as one value with one hash.
 *
 * @param text 伺い文
 * @param given hash of what the subject says, by whoever proposes; null if the text is all
 * @param files files that are decided on
 */
public record Content(String text, String given, List<ProposalFile> files) {
    public Content {
        files = List.copyOf(files);
    }

    /** What it becomes by an answer to an objection. */
    public Content changedBy(SettleObjection command) {
        return new Content(
                command.text() == null ? text : command.text(),
                command.contentHash() == null ? given : command.contentHash(),
                command.files() == null ? files : command.files());
    }

    /** SHA-256 over the canonical form, in small hexadecimal digits. */
    public String hash(String matter, long amount, String title) {
        var json = HouseJson.JSON.createObjectBuilder()
                .add("amount", amount)
                .add("files", filesAsJson())
                .add("given", given == null ? "" : given)
                .add("matter", matter)
                .add("text", text)
                .add("title", title);
        return Sha256.hex(json.build().toString());
    }

    /** The files in canonical form. */
    String filesText() {
        return filesAsJson().build().toString();
    }

    /** What a canonical form says. */
    static List<ProposalFile> filesOf(String canonical) {
        try (var reader = HouseJson.JSON.createReader(new StringReader(canonical))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(file -> new ProposalFile(file.getString("name"), file.getString("sha256")))
                    .toList();
        }
    }

    private JsonArrayBuilder filesAsJson() {
        var array = HouseJson.JSON.createArrayBuilder();
        files.forEach(file -> array.add(HouseJson.JSON.createObjectBuilder()
                .add("name", file.name())
                .add("sha256", file.sha256())));
        return array;
    }
}
