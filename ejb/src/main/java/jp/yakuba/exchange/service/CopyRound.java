package jp.yakuba.exchange.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import jp.yakuba.exchange.api.PublishedItem;
import jp.yakuba.exchange.api.Subscription;
import jp.yakuba.exchange.model.Pause;
import jp.yakuba.exchange.model.Peer;
import jp.yakuba.exchange.service.container.ContainerRefused;
import jp.yakuba.exchange.service.container.PublicationPage;
import jp.yakuba.exchange.service.container.PublicationState;
import jp.yakuba.exchange.service.container.PublicationXml;
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
    /** Seconds in which 200,000 entries are taken on a slow machine; less than a copy is held by whoever asks for it. */
    private static final int LONG_SECONDS = 900;
    /** What the server gives by itself. */
    private static final int USUAL_SECONDS = 0;
    /** A publisher that never knows the state of a copy has the whole read once in this time. */
    private static final Duration BETWEEN_WHOLES = Duration.ofHours(1);
    /** So many bytes of signed pages are kept of a copy, waiting and taken: it is not made newer beyond. */
    private static final long MOST_KEPT = 4L * 1024 * 1024 * 1024;

    @Resource(lookup = "java:jboss/TransactionManager")
    private TransactionManager transactions;

    @Inject
    private CopyStore store;

    @Inject
    private PeerStore peers;

    @Inject
    @Any
    private Instance<Subscription> subscriptions;

    @Inject
    private PublicationXml xml;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private OfficeClock clock;

    /** A page as it was read, and as it came. */
    record Signed(PublicationPage page, byte[] xml) {}

    /**
     * How far a copy was read.
     *
     * @param next place of the next page
     * @param state from which the next page tells on
     */
    public record Progress(int next, int pages, long bytes, PublicationState state) {
        /** After one more page. */
        Progress after(Signed signed) {
            return new Progress(next + 1, pages + 1, bytes + signed.xml().length, signed.page().state());
        }
    }

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

    /** Somebody else reads the copy by now. */
    static final class Overtaken extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** How far the copy was read; from where it stands if nothing waits. */
    @Transactional(TxType.REQUIRES_NEW)
    public Progress progress(Copy copy) {
        store.lock(copy.peer(), copy.name());
        var reading = store.findReading(copy).filter(one -> goesOn(copy, one));
        if (reading.isEmpty()) {
            store.dropReading(copy);
        }
        return reading.map(one -> new Progress(one.next(), one.pages(), one.bytes(), PublicationState.of(one.state())))
                .orElseGet(() -> new Progress(0, 0, 0, PublicationState.of(copy.state())));
    }

    /** True if what was read begins where the copy stands, or at the beginning of all. */
    private static boolean goesOn(Copy copy, CopyStore.Reading reading) {
        return reading.since().equals(copy.state()) || reading.since().equals(PublicationState.BEGINNING.toString());
    }

    /** Drops what was read, and begins with the whole; empty if that was done not long ago, or if more than enough is kept. */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<Progress> beginAnew(Copy copy) {
        store.lock(copy.peer(), copy.name());
        store.dropReading(copy);
        return store.mayReread(copy, clock.now().minus(BETWEEN_WHOLES), MOST_KEPT) ? Optional.of(new Progress(0, 0, 0, PublicationState.BEGINNING))
                : Optional.empty();
    }

    /** True if more than enough is kept of the copy: what the publisher says to this office has an end. */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean isFull(Copy copy) {
        return store.getKept(copy) > MOST_KEPT;
    }

    /** What was read cannot be taken; the next turn begins where the copy stands. */
    @Transactional(TxType.REQUIRES_NEW)
    public void abandon(Copy copy) {
        store.lock(copy.peer(), copy.name());
        store.dropReading(copy);
    }

    /**
     * Writes down that a page was read, whether or not it is taken, for the other side has written it down already; and keeps it if the domain can take
     * all of it.
     *
     * @return why the domain cannot take an item; empty if the page is kept
     * @throws Overtaken if it does not go on behind the page that was kept last
     */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<String> keep(Copy copy, int place, Signed signed) throws Overtaken {
        var page = signed.page();
        var now = clock.now();
        peers.note(new PeerStore.Use(now, copy.peer(), false, copy.name(), "read", page.id(), page.state().toString(), signed.xml().length));
        var subscription = subscription(copy.name());
        var fault = page.items().stream().flatMap(item -> subscription.judge(item).map(why -> "change " + item.serial() + ", " + why).stream()).findFirst();
        if (fault.isEmpty()) {
            requireNext(copy, page.question().since().toString());
            if (page.question().since().serial() == 0 && PublicationState.of(copy.state()).serial() > 0) {
                store.noteReread(copy, now); // only what was answered counts: a hiccup before costs no hour
            }
            store.keepRead(copy, new CopyStore.ReadPage(page.id(), place, page.question().since().toString(), page.state().toString(), page.at(),
                    page.items().isEmpty(), page.items().stream().filter(item -> !item.isWithdrawn()).map(PublishedItem::key).toList(), signed.xml(), now));
        }
        return fault;
    }

    /** Pages of two readings are not mixed, though one who was held up for long comes back while another reads. */
    private void requireNext(Copy copy, String since) throws Overtaken {
        var state = store.lock(copy.peer(), copy.name()).map(Copy::state).orElseThrow(Overtaken::new);
        var read = store.findRead(copy);
        if (!read.map(since::equals).orElse(since.equals(state) || since.equals(PublicationState.BEGINNING.toString()))) {
            throw new Overtaken();
        }
    }

    private Subscription subscription(String name) {
        return subscriptions.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    /** The next deed of this thread may be a long one, for a thousand pages are taken at once; afterwards {@code false}. */
    public void allowLong(boolean is) {
        try {
            transactions.setTransactionTimeout(is ? LONG_SECONDS : USUAL_SECONDS);
        } catch (SystemException unable) {
            throw new IllegalStateException("The time of a transaction cannot be set", unable);
        }
    }

    /**
     * Takes what was read in one deed, a page at a time, unless somebody else made the copy newer meanwhile. False if the publication has gone back
     * behind the copy, which then stays; what was read waits for what follows.
     */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean take(Copy claimed) {
        var copy = store.lock(claimed.peer(), claimed.name()).orElseThrow();
        var found = store.findReading(copy).filter(one -> goesOn(copy, one));
        if (found.isEmpty() || !copy.state().equals(claimed.state())) {
            return true;
        }
        var reading = found.get();
        if (PublicationState.of(reading.state()).serial() < PublicationState.of(copy.state()).serial()
                || copy.asOf() != null && reading.at().isBefore(copy.asOf())) {
            return false;
        }
        takePages(copy, PublicationState.of(reading.since()).serial() == 0);
        var now = clock.now();
        store.advance(copy, reading.state(), reading.at().isAfter(now) ? now : reading.at(), now.plus(again()));
        return true;
    }

    private void takePages(Copy copy, boolean whole) {
        var subscription = subscription(copy.name());
        var stand = new HashSet<String>();
        var at = clock.now();
        store.dropEmpty(copy);
        for (int place : store.listPlaces(copy)) {
            var items = items(store.getContent(copy, place));
            store.forgetPages(copy.peer(), copy.name(), subscription.take(new Subscription.News(copy.peer(), at, items)));
            store.keepTaken(copy, place, at);
            for (var item : items) {
                if (item.isWithdrawn()) {
                    stand.remove(item.key());
                } else {
                    stand.add(item.key());
                }
            }
        }
        if (whole) {
            store.forgetPages(copy.peer(), copy.name(), subscription.keepOnly(copy.peer(), stand));
        }
    }

    private List<PublishedItem> items(byte[] page) {
        try {
            return xml.items(page);
        } catch (ContainerRefused changed) {
            throw new IllegalStateException("It was verified when it was read", changed);
        }
    }

    /** After how long a copy is asked for again. */
    private Duration again() {
        return Duration.ofMinutes(Math.max(1, organization.findSetting(MINUTES, clock.today()).map(Integer::parseInt).orElse(USUAL_MINUTES)));
    }

    /** It is asked for again later; the copy stays as it is. */
    @Transactional(TxType.REQUIRES_NEW)
    public void postpone(Copy copy, String problem) {
        store.postpone(copy, problem, next(copy));
    }

    /** Part of it was read, and the reading goes on after the pause. */
    @Transactional(TxType.REQUIRES_NEW)
    public void goOn(Copy copy, String problem, Duration pause) {
        store.goOn(copy, problem, clock.now().plus(pause));
    }

    private Instant next(Copy copy) {
        return clock.now().plus(Pause.after(copy.attempts()));
    }
}
