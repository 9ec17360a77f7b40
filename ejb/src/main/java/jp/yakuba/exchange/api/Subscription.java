package jp.yakuba.exchange.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A domain's wish for copies of what agreed offices publish under a name; it stands above the exchange, which knows only this. */
public interface Subscription {
    /** Name of the publication; the word in rights. */
    String name();

    /** Why an item cannot be taken, in a few words of our own that may stand in a log; empty if it can. Nothing is written down. */
    Optional<String> judge(PublishedItem item);

    /**
     * Takes what changed, in the deed that makes the copy newer; all of it was judged before. A large reading comes in parts, in their order.
     *
     * @return keys of items of which nothing that was told before may stay: the signed pages that told it go in the same deed
     */
    Set<String> take(News news);

    /**
     * Ends what stands no more, after all of a publication was read.
     *
     * @param peer code of the office that published it
     * @param keys all that stand in it
     * @return as {@link #take}
     */
    Set<String> keepOnly(String peer, Set<String> keys);

    /**
     * What changed.
     *
     * @param peer code of the office that published it
     * @param at moment of the deed, the same for all parts of a reading
     * @param items each once, in the order of their serials
     */
    record News(String peer, Instant at, List<PublishedItem> items) {
        public News {
            items = List.copyOf(items);
        }
    }
}
