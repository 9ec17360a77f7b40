package jp.yakuba.document.model.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import jp.yakuba.document.api.FoundRecord.Piece;

/** Cuts out of a text what stands around the words that were looked for, and marks them. */
public final class Excerpts {
    private static final int BEFORE = 40;
    private static final int LENGTH = 140;
    private static final String MORE = "…";

    private Excerpts() {}

    /** The surroundings of the first word found; empty if none of them stands in the text. */
    public static Optional<List<Piece>> of(String text, FoldedText folded, Question question) {
        var found = new BitSet(text.length());
        int first = Integer.MAX_VALUE;
        var signs = folded.signs();
        for (var word : question.words()) {
            for (int at = signs.indexOf(word); at >= 0; at = signs.indexOf(word, at + word.length())) {
                found.set(folded.from(at), folded.until(at + word.length() - 1));
                first = Math.min(first, folded.from(at));
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(cut(text, found, first));
    }

    private static List<Piece> cut(String text, BitSet found, int first) {
        int begin = whole(text, Math.max(0, first - BEFORE));
        int end = whole(text, Math.min(text.length(), Math.max(begin + LENGTH, found.nextClearBit(first))));
        var pieces = new ArrayList<Piece>();
        if (begin > 0) {
            pieces.add(new Piece(MORE, false));
        }
        for (int at = begin; at < end; ) {
            boolean marked = found.get(at);
            int next = marked ? found.nextClearBit(at) : found.nextSetBit(at);
            int stop = next < 0 ? end : Math.min(end, next);
            pieces.add(new Piece(plain(text.substring(at, stop)), marked));
            at = stop;
        }
        if (end < text.length()) {
            pieces.add(new Piece(MORE, false));
        }
        return pieces;
    }

    /** A place that lies in no pair of surrogates. */
    private static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
