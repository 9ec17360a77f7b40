package jp.yakuba.document.service;

import static jp.yakuba.document.api.DocumentProblem.REASON_MISSING;
import static jp.yakuba.document.api.DocumentProblem.TEXT_TOO_LONG;

import jp.yakuba.kernel.RuleViolation;

/** Reasons as people write them: there, and not endless. */
public final class Reasons {
    private static final int LONGEST = 500;

    private Reasons() {}

    /** The reason without what stands around it; refused if there is none, or if it is long. */
    public static String given(String words) {
        return given(words, LONGEST);
    }

    /** The same with a length of its own. */
    public static String given(String words, int longest) {
        var given = required(words);
        if (words.length() > longest) {
            throw new RuleViolation(TEXT_TOO_LONG, longest);
        }
        return given;
    }

    /** The words without what stands around them, however many; refused if there are none. */
    public static String required(String words) {
        if (words == null || words.isBlank()) {
            throw new RuleViolation(REASON_MISSING);
        }
        return words.strip();
    }
}
