package jp.yakuba.share.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import jp.yakuba.exchange.api.PublishedItem;
import jp.yakuba.exchange.api.Subscription;
import jp.yakuba.share.model.SharedContent;
import jp.yakuba.share.store.ShareStore;

/** Takes what other offices publish of their procedures. */
@ApplicationScoped
public class ProcedureSubscription implements Subscription {
    @Inject
    private ShareStore store;

    @Override
    public String name() {
        return Sharing.NAME;
    }

    @Override
    public Optional<String> judge(PublishedItem item) {
        if (item.isWithdrawn()) {
            return Optional.empty();
        }
        try {
            return SharedContent.read(item.content()).code().equals(item.key()) ? Optional.empty() : Optional.of("another code than its key");
        } catch (SharedContent.Unreadable unreadable) {
            return Optional.of(unreadable.getMessage());
        }
    }

    @Override
    public Set<String> take(News news) {
        for (var item : news.items()) {
            if (item.isWithdrawn()) {
                store.forgetOffer(news.peer(), item.key());
            } else {
                store.offer(news.peer(), item.serial(), content(item), item.content());
            }
        }
        return Set.of();
    }

    @Override
    public Set<String> keepOnly(String peer, Set<String> keys) {
        store.keepOffers(peer, keys);
        return Set.of();
    }

    private static SharedContent content(PublishedItem item) {
        try {
            return SharedContent.read(item.content());
        } catch (SharedContent.Unreadable changed) {
            throw new IllegalStateException("It was judged before", changed);
        }
    }
}
