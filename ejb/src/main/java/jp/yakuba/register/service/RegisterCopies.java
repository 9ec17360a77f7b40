package jp.yakuba.register.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.yakuba.exchange.api.PublishedItem;
import jp.yakuba.exchange.api.Subscription;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.register.api.Register;
import jp.yakuba.register.model.Entry;
import jp.yakuba.register.model.EntryContent;
import jp.yakuba.register.store.RegisterStore;
import jp.yakuba.resident.api.ShieldDesk;

/** Takes what other offices publish of their registers. A vendor that was withdrawn stays with its history; of a person nothing stays. */
@ApplicationScoped
public class RegisterCopies {
    @Inject
    private RegisterStore store;

    @Inject
    private OfficeClock clock;

    /** Why an item cannot be taken. */
    Optional<String> judge(Register register, PublishedItem item) {
        if (item.isWithdrawn()) {
            return Optional.empty();
        }
        try {
            return EntryContent.read(register, item.content()).number().equals(item.key()) ? Optional.empty() : Optional.of("another number than its key");
        } catch (EntryContent.Unreadable unreadable) {
            return Optional.of(unreadable.getMessage());
        }
    }

    /**
     * Takes what changed.
     *
     * @return numbers of which nothing that was told before may stay: persons that were withdrawn, and entries in which an address is hidden since, or was
     *     before they changed again
     */
    Set<String> take(Register register, Subscription.News news) {
        var numbers = news.items().stream().map(PublishedItem::key).toList();
        var before = store.findAll(register, news.peer(), numbers);
        var forgotten = new TreeSet<String>();
        var changed = new ArrayList<RegisterStore.Told>();
        for (var item : news.items()) {
            var known = before.get(item.key());
            if (!item.isWithdrawn()) {
                put(register, item, known, changed, forgotten);
            } else if (register.isOfPersons() || isStale(item, known)) {
                forgotten.add(item.key());
            }
        }
        store.forgetStates(register, news.peer(), forgotten);
        store.putCopies(register, news.peer(), changed, news.at());
        var gone = news.items().stream().filter(PublishedItem::isWithdrawn).map(PublishedItem::key).toList();
        store.forgetAll(register, news.peer(), gone.stream().filter(forgotten::contains).toList());
        store.withdrawAll(register, news.peer(), gone, news.at());
        return forgotten;
    }

    /** True if what stands here was told before the last change since which nothing of it may stay. */
    private static boolean isStale(PublishedItem item, Entry known) {
        return known != null && known.version() < item.forget();
    }

    private void put(Register register, PublishedItem item, Entry known, List<RegisterStore.Told> changed, Set<String> forgotten) {
        var content = content(register, item);
        boolean stale = isStale(item, known);
        if (known != null && !stale && !known.isWithdrawn() && known.content().equals(content)) {
            return;
        }
        if (stale || known != null && content.hidesSince(known.content(), ShieldDesk.HIDDEN)) {
            forgotten.add(item.key());
        }
        changed.add(new RegisterStore.Told(content, item.serial()));
    }

    /** Ends what stands no more in the office's register. */
    Set<String> keepOnly(Register register, String peer, Set<String> numbers) {
        var gone = store.listNumbersBut(register, peer, numbers);
        end(register, peer, gone);
        return register.isOfPersons() ? new TreeSet<>(gone) : Set.of();
    }

    private void end(Register register, String peer, List<String> numbers) {
        if (register.isOfPersons()) {
            store.forgetAll(register, peer, numbers);
        } else {
            store.withdrawAll(register, peer, numbers, clock.now());
        }
    }

    private static EntryContent content(Register register, PublishedItem item) {
        try {
            return EntryContent.read(register, item.content());
        } catch (EntryContent.Unreadable changed) {
            throw new IllegalStateException("It was judged before", changed);
        }
    }
}
