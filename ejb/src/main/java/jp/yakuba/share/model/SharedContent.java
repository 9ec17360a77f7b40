package jp.yakuba.share.model;

import static jp.yakuba.kernel.HouseJson.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * A procedure as it travels between towns: the file of what the catalogue tells, and the file of its published form.
 *
 * @param form null if nothing is asked online
 */
public record SharedContent(JsonObject facts, JsonObject form) {
    private static final int VERSION = 1;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SUMMARY = 4000;
    private static final int LONGEST_ID = 100;
    private static final int DEEPEST = 20;
    private static final String VERSION_MEMBER = "version";
    private static final String FACTS = "facts";
    private static final String FORM = "form";
    private static final String CODE = "code";

    /** What cannot be read as a shared procedure. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String words) {
            super(words);
        }
    }

    /** From the files that authors take along; the form is null if there is none. */
    public static SharedContent of(String factsFile, String formFile) {
        return new SharedContent(object(factsFile), formFile == null ? null : object(formFile));
    }

    private static JsonObject object(String file) {
        try (var reader = JSON.createReader(new StringReader(file))) {
            return reader.readObject();
        }
    }

    /** Reads what another office published; it is a procedure by its outer form, its details are judged when it is taken over. */
    public static SharedContent read(byte[] content) throws Unreadable {
        try {
            var file = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            if (file.contains("\\u0000")) {
                throw new Unreadable("a sign that no text has");
            }
            var whole = object(file);
            if (whole.getInt(VERSION_MEMBER, 0) != VERSION) {
                throw new Unreadable("another version of the form");
            }
            var read = new SharedContent(whole.getJsonObject(FACTS), whole.getJsonObject(FORM));
            read.mustBeWhole();
            return read;
        } catch (CharacterCodingException | RuntimeException broken) { // a missing member, another kind of value; the parser says bare ones of depth
            throw new Unreadable("no JSON of a procedure");
        }
    }

    private void mustBeWhole() throws Unreadable {
        if (!code().matches("[a-z][a-z0-9-]{1,60}") || name().isBlank() || name().length() > LONGEST_NAME) {
            throw new Unreadable("a code or a name that cannot be one");
        }
        if (kana().length() > LONGEST_NAME || summary().length() > LONGEST_SUMMARY) {
            throw new Unreadable("a reading or a summary that is too long");
        }
        requireShallow(facts, 0);
        if (form != null) {
            requireShallow(form, 0);
        }
        if (form != null && !code().equals(form.getString("procedure", ""))) {
            throw new Unreadable("the form of another procedure");
        }
    }

    /** Refuses what no author writes, and what would grow beyond measure where questions are laid out by their way through groups. */
    private static void requireShallow(JsonValue value, int depth) throws Unreadable {
        if (depth > DEEPEST) {
            throw new Unreadable("parts in parts, too deep");
        }
        if (value instanceof JsonObject object) {
            if (object.get("id") instanceof JsonString id && id.getString().length() > LONGEST_ID) {
                throw new Unreadable("an identifier that is too long");
            }
            for (var part : object.values()) {
                requireShallow(part, depth + 1);
            }
        } else if (value instanceof JsonArray array) {
            for (var part : array) {
                requireShallow(part, depth + 1);
            }
        }
    }

    /** As it travels. */
    public byte[] write() {
        var whole = JSON.createObjectBuilder().add(VERSION_MEMBER, VERSION).add(FACTS, facts);
        if (form != null) {
            whole.add(FORM, form);
        }
        return whole.build().toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Code of the procedure there. */
    public String code() {
        return facts.getString(CODE);
    }

    /** Its name in Japanese. */
    public String name() {
        return facts.getJsonObject("name").getString("ja");
    }

    /** Its reading; empty if there is none. */
    public String kana() {
        return facts.getString("kana", "");
    }

    /** Its summary in Japanese; empty if there is none. */
    public String summary() {
        return facts.get("summary") instanceof JsonObject text && text.get("ja") instanceof JsonString words ? words.getString() : "";
    }
}
