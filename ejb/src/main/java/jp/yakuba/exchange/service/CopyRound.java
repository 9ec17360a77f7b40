package jp.yakuba.exchange.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import jp.yakuba.exchange.api.PublishedItem;
import jp.yakuba.exchange.api.Subscription;
import jp.yakuba.exchange.model.Pause;
import jp.yakuba.exchange.model.Peer;
import jp.yakuba.exchange.service.container.PublicationPage;
import jp.yakuba.exchange.service.container.PublicationState;
import jp.yakuba.exchange.store.CopyStore;
import jp.yakuba.exchange.store.CopyStore.Copy;
import jp.yakuba.exchange.store.PeerStore;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.organization.api.OrganizationDesk;

/** The deeds on copies of others' publications, each in a transaction of its own: which is due, what is taken, what must wait. */
@ApplicationScoped
public class CopyRound {
    private static final String MINUTES = "exchange.copy.minutes";
    private static final int USUAL_MINUTES = 60;

    @Inject
    private CopyStore store;

    @Inject
    private PeerStore peers;

    @Inject
    @Any
    private Instance<Subscription> subscriptions;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private OfficeClock clock;

    /** A page as it was read, and as it came. */
    record Signed(PublicationPage page, byte[] xml) {}

    /** Takes on what was agreed since. */
    @Transactional(TxType.REQUIRES_NEW)
    public void enlist() {
        store.enlist(subscriptions.stream().map(Subscription::name).toList(), clock.now());
    }

    /** The next copy that is due; no other node takes it meanwhile. */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<Copy> claim() {
        return store.claim(clock.now());
    }

    /** Where the exchange of the office is. */
    @Transactional(TxType.REQUIRES_NEW)
    public URI addressOf(String peer) {
        return URI.create(peers.find(peer).map(Peer::address).orElseThrow());
    }

    /** Writes down that a page was read, whether or not it is taken: the other side has written it down already. */
    @Transactional(TxType.REQUIRES_NEW)
    public void note(Copy copy, Signed signed) {
        var page = signed.page();
        peers.note(new PeerStore.Use(clock.now(), copy.peer(), false, copy.name(), "read", page.id(), page.state().toString(), signed.xml().length));
    }

    /** Why the domain cannot take an item; empty if it can take them all. */
    Optional<String> fault(String name, List<Signed> pages) {
        var subscription = subscription(name);
        return pages.stream().flatMap(signed -> signed.page().items().stream())
                .flatMap(item -> subscription.judge(item).map(why -> item.key() + ": " + why).stream()).findFirst();
    }

    private Subscription subscription(String name) {
        return subscriptions.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    /**
     * Takes what came, unless somebody else made the copy newer meanwhile. False if the publication has gone back behind the copy, which then stays.
     *
     * @param whole true if the pages tell all of the publication
     */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean take(Copy claimed, boolean whole, List<Signed> pages) {
        var copy = store.lock(claimed.peer(), claimed.name()).orElseThrow();
        if (!copy.state().equals(claimed.state())) {
            return true;
        }
        var last = pages.get(pages.size() - 1).page();
        if (last.state().serial() < PublicationState.of(copy.state()).serial() || copy.asOf() != null && last.at().isBefore(copy.asOf())) {
            return false;
        }
        subscription(copy.name()).take(new Subscription.News(copy.peer(), whole, items(pages)));
        store.dropPages(copy, whole);
        var now = clock.now();
        for (var signed : pages) {
            var page = signed.page();
            store.keepPage(copy, page.id(), page.state().serial(), page.items().isEmpty(), signed.xml(), now);
        }
        store.advance(copy, last.state().toString(), last.at().isAfter(now) ? now : last.at(), now.plus(again()));
        return true;
    }

    /** What changed, each item as it stands last. */
    private static List<PublishedItem> items(List<Signed> pages) {
        var items = new LinkedHashMap<String, PublishedItem>();
        pages.forEach(signed -> signed.page().items().forEach(item -> items.put(item.key(), item)));
        return List.copyOf(items.values());
    }

    /** After how long a copy is asked for again. */
    private Duration again() {
        return Duration.ofMinutes(organization.findSetting(MINUTES, clock.today()).map(Integer::parseInt).orElse(USUAL_MINUTES));
    }

    /** It is asked for again later; the copy stays as it is. */
    @Transactional(TxType.REQUIRES_NEW)
    public void postpone(Copy copy, String problem) {
        store.postpone(copy, problem, next(copy));
    }

    private Instant next(Copy copy) {
        return clock.now().plus(Pause.after(copy.attempts()));
    }
}
