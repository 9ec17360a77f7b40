package jp.yakuba.application.model.form;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Entries of repeated groups in a flat map of answers. How many there are is kept under {@code <group>.count}, so that an
 * entry in which nothing is typed yet is not forgotten.
 */
public final class Groups {
    private static final String COUNT = ".count";
    private static final int MOST = 100;

    private Groups() {}

    /** How many entries the answers hold. */
    public static int entries(Map<String, String> answers, String group) {
        int highest = 0;
        var start = group + ".";
        for (var path : answers.keySet()) {
            if (path.startsWith(start)) {
                highest = Math.max(highest, indexOf(path, start) + 1);
            }
        }
        return Math.min(MOST, Math.max(highest, counted(answers, group)));
    }

    /** The answers with one empty entry more at the end. */
    public static Map<String, String> add(Map<String, String> answers, String group, int shown) {
        var more = new LinkedHashMap<>(answers);
        more.put(group + COUNT, String.valueOf(Math.max(entries(answers, group), shown) + 1));
        return more;
    }

    /** The answers without one entry; later ones move up, and picks of members follow them. */
    public static Map<String, String> remove(Map<String, String> answers, String group, int index) {
        int entries = entries(answers, group);
        var start = group + ".";
        var left = new LinkedHashMap<String, String>();
        new TreeMap<>(answers).forEach((path, answer) -> {
            int at = path.startsWith(start) ? indexOf(path, start) : -1;
            if (at > index) {
                left.put(start + (at - 1) + path.substring((start + at).length()), answer);
            } else if (at != index) {
                left.put(path, People.GROUP.equals(group) ? People.withoutEntry(answer, index) : answer);
            }
        });
        left.put(group + COUNT, String.valueOf(Math.max(0, entries - 1)));
        return left;
    }

    /** True if both are answers to one question, whichever entries of its group they stand in. */
    public static boolean isSameQuestion(String path, String other) {
        return ofAnyEntry(path).equals(ofAnyEntry(other));
    }

    /** The path with a {@code *} for the index of the entry, as forms name their questions. */
    static String ofAnyEntry(String path) {
        return path.replaceAll("\\.\\d+\\.", ".*.");
    }

    private static int counted(Map<String, String> answers, String group) {
        var count = answers.getOrDefault(group + COUNT, "");
        return count.matches("\\d{1,3}") ? Integer.parseInt(count) : 0;
    }

    private static final Pattern INDEX = Pattern.compile("(\\d{1,3})(\\..*)?");

    private static int indexOf(String path, String start) {
        var rest = INDEX.matcher(path.substring(start.length()));
        return rest.matches() ? Math.min(MOST, Integer.parseInt(rest.group(1))) : -1;
    }
}
