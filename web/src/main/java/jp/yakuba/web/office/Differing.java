package jp.yakuba.web.office;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A text beside another: what both begin with, the run in which they differ, and what both end with. Cut between characters as
 * people see them, so that a variation selector stays with its character.
 */
public record Differing(String before, String run, String after) {
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    /** The text, marked where the other says something else. */
    static Differing of(String text, String other) {
        var ours = charactersOf(text);
        var theirs = charactersOf(other == null ? "" : other);
        var shorter = Math.min(ours.size(), theirs.size());
        int begin = 0;
        while (begin < shorter && ours.get(begin).equals(theirs.get(begin))) {
            begin++;
        }
        int end = 0;
        while (end < shorter - begin && ours.get(ours.size() - 1 - end).equals(theirs.get(theirs.size() - 1 - end))) {
            end++;
        }
        var last = ours.size() - end;
        return new Differing(join(ours, 0, begin), join(ours, begin, last), join(ours, last, ours.size()));
    }

    /** A text in which nothing is marked. */
    static Differing none(String text) {
        return new Differing(text, "", "");
    }

    private static List<String> charactersOf(String text) {
        return CHARACTER.matcher(text).results().map(MatchResult::group).toList();
    }

    private static String join(List<String> characters, int from, int to) {
        return String.join("", characters.subList(from, to));
    }
}
