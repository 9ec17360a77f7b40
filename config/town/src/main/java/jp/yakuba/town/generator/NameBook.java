package jp.yakuba.town.generator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import jp.yakuba.town.TownFolder;

/** The names of the sample: surnames by frequency with their variant characters, given names by year of birth. */
final class NameBook {
    private static final char SPACE = '\u3000';

    private final List<Word> surnames = new ArrayList<>();
    private final List<Integer> surnamesUpTo = new ArrayList<>();
    private final List<Given> given = new ArrayList<>();
    private final Map<String, Foreign> foreign = new LinkedHashMap<>();
    private final SplittableRandom random;

    NameBook(SplittableRandom random) {
        this.random = random;
        var sum = 0;
        for (var row : TownFolder.shared("people/surnames")) {
            sum += Integer.parseInt(row.get("weight"));
            surnames.add(new Word(row.get("name"), row.get("kana")));
            surnamesUpTo.add(sum);
        }
        for (var row : TownFolder.shared("people/given-names")) {
            given.add(new Given(row.get("sex").equals("1"), Integer.parseInt(row.get("from_year")),
                    Integer.parseInt(row.get("until_year")), new Word(row.get("name"), row.get("kana"))));
        }
        for (var row : TownFolder.shared("people/foreign-names")) {
            foreign.computeIfAbsent(row.get("nationality"), code -> new Foreign(Integer.parseInt(row.get("weight"))))
                    .list(row.get("kind")).add(new Word(row.get("roman"), row.get("kana")));
        }
    }

    /** A surname, the frequent ones more often. */
    Word surname() {
        var ticket = random.nextInt(surnamesUpTo.get(surnamesUpTo.size() - 1));
        var low = 0;
        var high = surnames.size() - 1;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (surnamesUpTo.get(middle) > ticket) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return surnames.get(low);
    }

    /** The full name of a Japanese of that surname born in the year. */
    FullName japanese(Word surname, boolean male, int birthYear) {
        var fitting = given.stream()
                .filter(name -> name.male() == male && birthYear >= name.from() && birthYear <= name.until())
                .toList();
        var own = fitting.get(random.nextInt(fitting.size())).word();
        return new FullName(surname.name() + SPACE + own.name(), surname.kana() + SPACE + own.kana(), null);
    }

    /** A nationality other than Japanese, the frequent ones more often. */
    String nationality() {
        var sum = foreign.values().stream().mapToInt(Foreign::weight).sum();
        var ticket = random.nextInt(sum);
        for (var entry : foreign.entrySet()) {
            ticket -= entry.getValue().weight();
            if (ticket < 0) {
                return entry.getKey();
            }
        }
        throw new IllegalStateException("No nationality");
    }

    /** A surname of the nationality. */
    Word foreignSurname(String nationality) {
        return pick(foreign.get(nationality).list("family"));
    }

    /** The full name of a national of that country, in Roman letters with a reading. */
    FullName foreigner(String nationality, Word surname, boolean male) {
        var own = pick(foreign.get(nationality).list(male ? "1" : "2"));
        var roman = surname.name() + ' ' + own.name();
        return new FullName(roman, surname.kana() + SPACE + own.kana(), roman);
    }

    private Word pick(List<Word> words) {
        return words.get(random.nextInt(words.size()));
    }

    /** A word and its reading in katakana. */
    record Word(String name, String kana) {}

    /** A name as the ledger keeps it; roman is null for Japanese. */
    record FullName(String name, String kana, String roman) {}

    private record Given(boolean male, int from, int until, Word word) {}

    private record Foreign(int weight, Map<String, List<Word>> words) {
        Foreign(int weight) {
            this(weight, new LinkedHashMap<>());
        }

        List<Word> list(String kind) {
            return words.computeIfAbsent(kind, name -> new ArrayList<>());
        }
    }
}
