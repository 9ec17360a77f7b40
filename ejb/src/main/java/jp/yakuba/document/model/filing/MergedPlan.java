package jp.yakuba.document.model.filing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The plan of a section that takes over those of others: each class finds the class of the same name, else its own code, else the
 * next free one; each file its own number, else the next free one. Nothing of two sections gets into one file.
 */
public final class MergedPlan {
    private static final int LAST_PART = 99;
    private static final char FIRST_LETTER = 'A';
    private static final int LETTERS = 26;

    private final Map<String, String> names = new TreeMap<>();
    private final Map<String, String> moved = new HashMap<>();
    private final Map<String, Set<Integer>> numbers = new HashMap<>();
    private final Set<String> matters = new HashSet<>();

    /** A class that the plan has already. */
    public void has(String code, String name) {
        names.putIfAbsent(code, name);
    }

    /** A file that the plan has already. */
    public void has(String classCode, int number, Set<String> itsMatters) {
        numbers.computeIfAbsent(classCode, code -> new HashSet<>()).add(number);
        matters.addAll(itsMatters);
    }

    /** The code under which a class of another section stands in this plan; classes above come before those below. */
    public String placeOf(String section, String code, String name) {
        var parent = FileClass.parentOf(code);
        var wanted = parent == null ? code : movedTo(section, parent) + code.substring(parent.length());
        var found = Stream.concat(Stream.of(wanted), siblings(wanted))
                .filter(candidate -> name.equals(names.get(candidate)))
                .findFirst()
                .or(() -> Stream.concat(Stream.of(wanted), siblings(wanted))
                        .filter(candidate -> !names.containsKey(candidate)).findFirst())
                .orElseThrow(() -> new IllegalStateException("No code is left beside " + wanted));
        names.putIfAbsent(found, name);
        moved.put(section + ' ' + code, found);
        return found;
    }

    /** Where a class of the section was put; its own code if it was not put anywhere. */
    public String movedTo(String section, String code) {
        return moved.getOrDefault(section + ' ' + code, code);
    }

    /** All codes of the level under the same class. */
    private static Stream<String> siblings(String code) {
        var parent = FileClass.parentOf(code);
        return parent == null
                ? Stream.concat(letters(""), letters("").flatMap(MergedPlan::letters))
                : IntStream.rangeClosed(1, LAST_PART).mapToObj(part -> String.format("%s-%02d", parent, part));
    }

    private static Stream<String> letters(String before) {
        return IntStream.range(0, LETTERS).mapToObj(at -> before + (char) (FIRST_LETTER + at));
    }

    /** A number for a file under the class: its own if it is free, else the one behind the last. */
    public int numberFor(String classCode, int number) {
        var taken = numbers.computeIfAbsent(classCode, code -> new HashSet<>());
        int free = taken.contains(number) ? 1 + taken.stream().mapToInt(Integer::intValue).max().orElse(0) : number;
        taken.add(free);
        return free;
    }

    /** The matters whose records go into the file by themselves: those that no file before has. */
    public Set<String> mattersFor(Set<String> wanted) {
        var left = new HashSet<>(wanted);
        left.removeIf(matter -> !matters.add(matter));
        return left;
    }
}
