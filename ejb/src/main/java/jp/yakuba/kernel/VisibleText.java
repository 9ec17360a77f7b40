package jp.yakuba.kernel;

import java.util.regex.Pattern;

/**
 * Text without signs that nobody sees (見えない文字). They steer machines, turn the direction of reading, or stand for markup, so
 * that a name looks like another or breaks the page of whoever reads it; no name and no answer needs them.
 *
 * <p>Kept are line breaks and tabs, the selectors by which a shape of a kanji is chosen, and the joiners that some scripts write
 * with.
 */
public final class VisibleText {
    /**
     * Control characters but tab and line breaks; soft hyphen, marks and turns of direction, invisible operators, byte order mark,
     * interlinear annotation, tags, and halves of a pair that stand alone.
     */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}&&[^\\t\\n\\r]]"
            + "|[\\u00AD\\u061C\\u180E\\u200B\\u200E\\u200F\\u2028-\\u202E\\u2060-\\u206F\\uFEFF\\uFFF0-\\uFFFB\\uFFFE\\uFFFF]"
            + "|[\\x{E0000}-\\x{E007F}]|[\\p{Cs}]");

    private VisibleText() {}

    /** The text without what nobody sees; null stays null. */
    public static String of(String text) {
        return isClean(text) ? text : UNSEEN.matcher(text).replaceAll("");
    }

    /** Almost every text is clean, and plain letters need no pattern to say so. */
    private static boolean isClean(String text) {
        return text == null || text.chars().allMatch(letter -> letter >= ' ' && letter < 0x7F) || !UNSEEN.matcher(text).find();
    }
}
