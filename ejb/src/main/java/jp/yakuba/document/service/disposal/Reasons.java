package jp.yakuba.document.service.disposal;

import static jp.yakuba.document.api.DocumentProblem.REASON_MISSING;
import static jp.yakuba.document.api.DocumentProblem.TEXT_TOO_LONG;

import jp.yakuba.kernel.RuleViolation;

/** Reasons as people write them: there, and not endless. */
final class Reasons {
    private static final int LONGEST = 500;

    private Reasons() {}

    /** The reason without what stands around it; refused if there is none. */
    static String given(String words) {
        if (words == null || words.isBlank()) {
            throw new RuleViolation(REASON_MISSING);
        }
        if (words.length() > LONGEST) {
            throw new RuleViolation(TEXT_TOO_LONG, LONGEST);
        }
        return words.strip();
    }
}
