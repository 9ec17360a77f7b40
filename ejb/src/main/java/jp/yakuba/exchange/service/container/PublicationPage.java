package jp.yakuba.exchange.service.container;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.yakuba.exchange.api.PublishedItem;

/**
 * A page of a publication as it travels.
 *
 * @param id its own number
 * @param question to which it is the answer
 * @param state up to which it tells
 * @param latest serial of the publication when it was asked; more pages follow while it is beyond {@code state}
 * @param items in the order of their serials
 */
public record PublicationPage(UUID id, Question question, PublicationState state, long latest, Instant at, List<PublishedItem> items) {
    public PublicationPage {
        items = List.copyOf(items);
    }

    /**
     * What was asked.
     *
     * @param name of the publication
     * @param publisher code of the office that publishes
     * @param recipient code of the office that asks
     * @param since from which state on
     */
    public record Question(String name, String publisher, String recipient, PublicationState since) {}

    /** True if nothing follows. */
    public boolean isLast() {
        return state.serial() == latest;
    }
}
