package jp.yakuba.application.model.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.yakuba.application.api.Choice;
import jp.yakuba.application.api.Text;

/**
 * The people of the household as the answers tell of them. A pick of one is {@code m} and its index in the group
 * {@code household.members}; several are joined by commas.
 */
public final class People {
    /** The group that tells of the household's members. */
    public static final String GROUP = "household.members";

    private static final Pattern OF_PICKED = Pattern.compile("[A-Za-z0-9.-]+/(name|kana|birthDate|sex)");

    private People() {}

    /** Whoever can be picked. */
    public static List<Choice> choices(Map<String, String> answers) {
        var choices = new ArrayList<Choice>();
        for (int i = 0; i < Groups.entries(answers, GROUP); i++) {
            var name = answers.getOrDefault(Paths.inEntry(GROUP, i, "name"), "").strip();
            if (!name.isEmpty()) {
                choices.add(new Choice("m" + i, new Text(name, name, roman(answers, i, name))));
            }
        }
        return choices;
    }

    /** True for a side of a rule such as {@code childAllowance.children/birthDate}: a fact of whoever is picked there. */
    static boolean isOfPicked(String side) {
        return side != null && OF_PICKED.matcher(side).matches();
    }

    /** The question by which those are picked whom the side tells of. */
    static String pickOf(String side) {
        return side.substring(0, side.indexOf('/'));
    }

    /** Where the fact of each picked member stands. */
    static Stream<String> pathsOfPicked(String side, Map<String, String> answers) {
        var fact = side.substring(side.indexOf('/') + 1);
        return picked(answers.get(pickOf(side))).stream().map(index -> Paths.inEntry(GROUP, index, fact));
    }

    /** Indexes of the members that an answer picks, in its order. */
    public static List<Integer> picked(String answer) {
        if (answer == null) {
            return List.of();
        }
        return Arrays.stream(answer.split(","))
                .map(String::strip)
                .filter(word -> word.matches("m\\d{1,3}"))
                .map(word -> Integer.valueOf(word.substring(1)))
                .toList();
    }

    /** The answer after a member was taken out: the pick of that one goes, later ones move up. */
    static String withoutEntry(String answer, int index) {
        if (answer == null || !answer.matches("m\\d{1,3}(,m\\d{1,3})*")) {
            return answer;
        }
        return picked(answer).stream()
                .filter(at -> at != index)
                .map(at -> "m" + (at > index ? at - 1 : at))
                .collect(Collectors.joining(","));
    }

    private static String roman(Map<String, String> answers, int index, String name) {
        var roman = answers.getOrDefault(Paths.inEntry(GROUP, index, "roman"), "").strip();
        return roman.isEmpty() ? name : roman;
    }
}
