package jp.yakuba.share.api;

/**
 * One thing that is otherwise in a later version.
 *
 * @param place the question it is about; empty for what the catalogue tells
 * @param member what of it, as files name it, such as {@code fee} or {@code label}; empty if the whole came or went
 * @param before what stood there; empty if nothing did
 * @param after what stands there now; empty if nothing does
 */
public record Difference(Kind kind, String place, String member, String before, String after) {
    /** What it is about. */
    public enum Kind {
        /** What the catalogue tells of the procedure. */
        FACT,
        /** The form came to it. */
        FORM_ADDED,
        /** The form was taken from it. */
        FORM_GONE,
        /** A question came to it. */
        QUESTION_ADDED,
        /** A question was taken from it. */
        QUESTION_GONE,
        /** A question is asked otherwise. */
        QUESTION,
        /** The order of the questions or their pages. */
        ORDER,
        /** The rules between answers. */
        RULES
    }
}
