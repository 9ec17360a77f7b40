package jp.yakuba.document.api;

import java.util.List;

/**
 * How two versions of a draft differ.
 *
 * @param from number of the earlier version
 * @param to number of the later one
 * @param fields what stands in each field whose words differ
 */
public record DraftDifference(int from, int to, List<Field> fields) {

    /** A field by name, and its words in order; of a fact that is chosen from a list the code, gone and new. */
    public record Field(String name, List<Part> parts) {}

    /** Words that stay, are new, or are gone. */
    public record Part(Kind kind, String words) {}

    /** What became of words. */
    public enum Kind {
        SAME,
        ADDED,
        REMOVED
    }
}
