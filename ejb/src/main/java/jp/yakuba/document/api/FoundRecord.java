package jp.yakuba.document.api;

import java.util.List;

/**
 * A record that was found.
 *
 * @param excerpts from each file in whose text words stand, the words marked
 * @param unread states of files whose text could not be read, each once ({@code ENCRYPTED}, {@code BROKEN} …)
 */
public record FoundRecord(RecordLine line, List<Excerpt> excerpts, List<String> unread) {
    /** Some words of a file around those that were looked for; {@code file} is null where nobody gave it a name. */
    public record Excerpt(String file, List<Piece> pieces) {}

    /** A piece of an excerpt: words looked for, or what stands between them. */
    public record Piece(String text, boolean found) {}
}
