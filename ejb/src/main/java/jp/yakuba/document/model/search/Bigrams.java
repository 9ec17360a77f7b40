package jp.yakuba.document.model.search;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The pairs of signs of texts: what the index keeps. A text that holds a word holds every pair of it, wherever the word begins; no
 * dictionary has to know it. The last sign stands alone as well, so that a single sign is found at an end too.
 */
public final class Bigrams {
    /** More do not fit into a {@code tsvector}; a text of a few hundred pages has some ten thousand. */
    static final int MOST = 80_000;

    private Bigrams() {}

    /** The different pairs of the texts. */
    public static Set<String> of(Collection<String> texts) {
        var pairs = new LinkedHashSet<String>();
        for (var text : texts) {
            if (text != null && pairs.size() < MOST) {
                add(FoldedText.of(text).signs(), pairs);
            }
        }
        return pairs;
    }

    private static void add(String signs, Set<String> pairs) {
        int last = -1;
        for (int at = 0; at < signs.length() && pairs.size() < MOST; ) {
            int next = at + Character.charCount(signs.codePointAt(at));
            if (next < signs.length()) {
                pairs.add(signs.substring(at, next + Character.charCount(signs.codePointAt(next))));
            }
            last = at;
            at = next;
        }
        if (last >= 0) {
            pairs.add(signs.substring(last));
        }
    }
}
