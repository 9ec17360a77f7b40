package jp.yakuba.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import jp.yakuba.document.model.search.FoldedText;

/**
 * What is looked for, and what is right: the latest documents that hold every word.
 *
 * @param words one word or two, as somebody types them
 * @param hits how many documents hold them
 * @param latest numbers of the latest ten, latest first
 */
record Wanted(List<String> words, int hits, List<Integer> latest) {
    static final int AT = 10;
    private static final int LONGEST = 5;

    /** As it is typed. */
    String typed() {
        return String.join(" ", words);
    }

    /** Which share of what would have been right was among the first ten. */
    double recall(List<Integer> found) {
        if (latest.isEmpty()) {
            return found.isEmpty() ? 1 : 0;
        }
        return (double) found.stream().limit(AT).filter(latest::contains).count() / latest.size();
    }

    /** Questions of many kinds, the same ones for the same corpus: pieces of its documents, two to five signs long. */
    static List<Wanted> in(Corpus corpus, int papers, int questions) {
        var folded = Stream.iterate(1, number -> number <= papers, number -> number + 1)
                .map(number -> FoldedText.of(corpus.paper(number).body()).signs()).toList();
        var chance = new Random(questions);
        var wanted = new ArrayList<Wanted>();
        while (wanted.size() < questions) {
            var source = corpus.paper(1 + chance.nextInt(papers));
            var words = wanted.size() % 4 == 3 ? List.of(piece(source, chance), piece(source, chance)) : List.of(piece(source, chance));
            wanted.add(asked(words, folded));
        }
        return wanted;
    }

    private static Wanted asked(List<String> words, List<String> folded) {
        var sought = words.stream().map(word -> FoldedText.of(word).signs()).toList();
        var hits = new ArrayList<Integer>();
        for (int at = folded.size(); at > 0; at--) {
            var text = folded.get(at - 1);
            if (sought.stream().allMatch(text::contains)) {
                hits.add(at);
            }
        }
        return new Wanted(words, hits.size(), Collections.unmodifiableList(hits.subList(0, Math.min(AT, hits.size()))));
    }

    private static String piece(Paper source, Random chance) {
        while (true) {
            var all = chance.nextInt(4) == 0 ? source.title() : source.text();
            int from = chance.nextInt(all.length());
            var piece = all.substring(from, Math.min(all.length(), from + 2 + chance.nextInt(LONGEST - 1)));
            if (piece.length() > 1 && piece.chars().allMatch(sign -> Character.isIdeographic(sign) || sign >= 'ァ' && sign <= 'ヶ' || sign == 'ー')) {
                return piece;
            }
        }
    }
}
