package jp.yakuba.register.model;

import static jp.yakuba.kernel.HouseJson.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.UnaryOperator;
import jp.yakuba.kernel.CorporateNumber;
import jp.yakuba.kernel.Folding;
import jp.yakuba.kernel.VisibleText;
import jp.yakuba.register.api.EntryState;
import jp.yakuba.register.api.Register;
import jp.yakuba.register.api.Suspension;
import jp.yakuba.register.api.VendorCategory;

/**
 * What an entry says, as it is kept and as it travels.
 *
 * @param kana empty if there is none, or if it was not told
 * @param corporateNumber empty if there is none
 * @param seat of a vendor; empty for users, of whom no address is kept
 * @param validFrom of a vendor; null for users
 * @param town code of the town where a user was registered; null for vendors
 */
public record EntryContent(
        Register register, String number, String name, String kana, String corporateNumber, String seat, List<VendorCategory> categories,
        LocalDate validFrom, LocalDate validUntil, String town, List<Suspension> suspensions) {
    private static final int VERSION = 1;
    private static final int LONGEST = 200;
    private static final int LONGEST_GROUND = 300;
    /** Most suspensions of an entry. */
    public static final int MOST_SUSPENSIONS = 100;
    private static final String NUMBER = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";
    private static final String DAY = "(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}";

    public EntryContent {
        categories = List.copyOf(categories);
        suspensions = List.copyOf(suspensions);
    }

    /** What cannot be read as an entry. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String words) {
            super(words);
        }
    }

    /** Reads what was kept here, or what another office published. */
    public static EntryContent read(Register register, byte[] content) throws Unreadable {
        try {
            var file = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            JsonObject json;
            try (var reader = JSON.createReader(new StringReader(file))) {
                json = reader.readObject();
            }
            if (json.getInt("version", 0) != VERSION) {
                throw new Unreadable("another version of the form");
            }
            var read = register == Register.VENDOR ? vendor(json) : user(json);
            read.mustBeWhole();
            return read;
        } catch (CharacterCodingException | RuntimeException broken) { // a missing member, another kind of value, no such day or category
            throw new Unreadable("no JSON of an entry");
        }
    }

    private static EntryContent vendor(JsonObject json) {
        var categories = json.getJsonArray("categories").stream().map(one -> VendorCategory.valueOf(((jakarta.json.JsonString) one).getString())).distinct()
                .sorted().toList();
        var suspensions = new ArrayList<Suspension>();
        for (var one : json.getJsonArray("suspensions").getValuesAs(JsonObject.class)) {
            suspensions.add(new Suspension(day(one, "from"), day(one, "until"), words(one, "ground")));
        }
        return new EntryContent(Register.VENDOR, json.getString("number"), words(json, "name"), words(json, "kana"), json.getString("corporateNumber", ""),
                words(json, "seat"), categories, day(json, "validFrom"), day(json, "validUntil"), null, suspensions);
    }

    private static EntryContent user(JsonObject json) {
        return new EntryContent(Register.FACILITY_USER, json.getString("number"), words(json, "name"), words(json, "kana"), "", "", List.of(), null,
                day(json, "validUntil"), json.getString("town"), List.of());
    }

    private static String words(JsonObject json, String member) {
        return VisibleText.of(json.getString(member, "")).strip();
    }

    private static LocalDate day(JsonObject json, String member) {
        var word = json.getString(member);
        if (!word.matches(DAY)) {
            throw new IllegalArgumentException("no day of an entry");
        }
        return LocalDate.parse(word);
    }

    private void mustBeWhole() throws Unreadable {
        require(number.matches(NUMBER) && !name.isBlank() && name.length() <= LONGEST, "a number or a name that cannot be one");
        require(kana.length() <= LONGEST && seat.length() <= LONGEST, "words that are too long");
        require(corporateNumber.isEmpty() || CorporateNumber.isValid(corporateNumber), "no number of a corporation");
        require(validFrom == null || !validUntil.isBefore(validFrom), "an end before its begin");
        require(town == null || town.matches("[0-9]{6}"), "no code of a town");
        require(suspensions.size() <= MOST_SUSPENSIONS && suspensions.stream().allMatch(EntryContent::isWhole), "a suspension that cannot be one");
    }

    private static void require(boolean holds, String fault) throws Unreadable {
        if (!holds) {
            throw new Unreadable(fault);
        }
    }

    /** True if the suspension has a ground and does not end before it begins. */
    public static boolean isWhole(Suspension one) {
        return one.from() != null && one.until() != null && !one.until().isBefore(one.from()) && one.ground() != null && !one.ground().isBlank()
                && one.ground().length() <= LONGEST_GROUND && one.from().toString().matches(DAY) && one.until().toString().matches(DAY);
    }

    /** As it is kept here. */
    public byte[] write() {
        var json = JSON.createObjectBuilder().add("version", VERSION).add("number", number).add("name", name);
        if (!kana.isEmpty()) {
            json.add("kana", kana);
        }
        if (register == Register.VENDOR) {
            vendor(json);
        } else {
            json.add("town", town);
        }
        return json.add("validUntil", validUntil.toString()).build().toString().getBytes(StandardCharsets.UTF_8);
    }

    private void vendor(JsonObjectBuilder json) {
        if (!corporateNumber.isEmpty()) {
            json.add("corporateNumber", corporateNumber);
        }
        var words = JSON.createArrayBuilder();
        categories.forEach(one -> words.add(one.name()));
        var times = JSON.createArrayBuilder();
        suspensions.forEach(one -> times.add(JSON.createObjectBuilder().add("from", one.from().toString()).add("until", one.until().toString())
                .add("ground", one.ground())));
        json.add("seat", seat).add("categories", words).add("validFrom", validFrom.toString()).add("suspensions", times);
    }

    /** What other offices may know: of a person number, name, last day and town alone; of words what {@code shield} lets through. */
    public EntryContent forOthers(UnaryOperator<List<String>> shield) {
        var told = forOthers();
        return told.withWords(shield.apply(told.words()).iterator());
    }

    /** What other offices may know, before a shield. */
    public EntryContent forOthers() {
        return register.isOfPersons() ? new EntryContent(register, number, name, "", corporateNumber, seat, categories, validFrom, validUntil, town, suspensions)
                : this;
    }

    /** Words that somebody wrote freely, in an order of their own. */
    public List<String> words() {
        var words = new ArrayList<>(List.of(name, kana, seat));
        suspensions.forEach(one -> words.add(one.ground()));
        return words;
    }

    /** The same with other words in the order of {@link #words()}. */
    public EntryContent withWords(Iterator<String> words) {
        var name = words.next();
        var kana = words.next();
        var seat = words.next();
        var times = suspensions.stream().map(one -> new Suspension(one.from(), one.until(), words.next())).toList();
        return new EntryContent(register, number, name, kana, corporateNumber, seat, categories, validFrom, validUntil, town, times);
    }

    /** True if a word holds the mark of a hidden address that held none, or other words, before: what was said until then would tell the address. */
    public boolean hidesSince(EntryContent before, String mark) {
        var earlier = before.words();
        return words().stream().anyMatch(word -> word.contains(mark) && !earlier.contains(word));
    }

    /** True if it can be read again once it is written. */
    public boolean isKeepable() {
        try {
            mustBeWhole();
            return true;
        } catch (Unreadable wrong) {
            return false;
        }
    }

    /** The same with other suspensions. */
    public EntryContent with(List<Suspension> others) {
        return new EntryContent(register, number, name, kana, corporateNumber, seat, categories, validFrom, validUntil, town, others);
    }

    /** How it stands on the day, unless it was withdrawn. */
    public EntryState stateOn(LocalDate day) {
        if (day.isAfter(validUntil)) {
            return EntryState.EXPIRED;
        }
        if (validFrom != null && day.isBefore(validFrom)) {
            return EntryState.NOT_YET;
        }
        return suspensions.stream().anyMatch(one -> one.covers(day)) ? EntryState.SUSPENDED : EntryState.VALID;
    }

    /** What it is found by: name, reading, number and corporate number in one form, without spaces; a person's number is found whole or not at all. */
    public String folded() {
        return fold(name) + '\n' + fold(kana) + (register.isOfPersons() ? "" : '\n' + fold(number) + '\n' + corporateNumber);
    }

    /** Each two signs that stand side by side in the folded words, once. */
    public static List<String> pairs(String folded) {
        var pairs = new LinkedHashSet<String>();
        for (var word : folded.split("[\\s\\u3000]+")) {
            var signs = word.codePoints().toArray();
            for (int i = 0; i + 2 <= signs.length; i++) {
                pairs.add(new String(signs, i, 2));
            }
        }
        return List.copyOf(pairs);
    }

    /** The words in the form of {@link #folded()}. */
    public static String fold(String words) {
        return Folding.hiragana(Folding.fold(words)).replaceAll("[\\s\\u3000]+", "");
    }
}
