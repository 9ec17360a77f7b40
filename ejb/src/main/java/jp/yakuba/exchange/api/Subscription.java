package jp.yakuba.exchange.api;

import java.util.List;
import java.util.Optional;

/** A domain's wish for copies of what agreed offices publish under a name; it stands above the exchange, which knows only this. */
public interface Subscription {
    /** Name of the publication; the word in rights. */
    String name();

    /** Why an item cannot be taken, in a few words; empty if it can. Nothing is written down. */
    Optional<String> judge(PublishedItem item);

    /** Takes what changed, in the deed that makes the copy newer; all of it was judged before. */
    void take(News news);

    /**
     * What changed.
     *
     * @param peer code of the office that published it
     * @param whole true if nothing but these items stands in the publication any more
     */
    record News(String peer, boolean whole, List<PublishedItem> items) {
        public News {
            items = List.copyOf(items);
        }
    }
}
