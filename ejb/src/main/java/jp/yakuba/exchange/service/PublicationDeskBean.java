package jp.yakuba.exchange.service;

import static jp.yakuba.exchange.api.ExchangeProblem.ITEM_TOO_LARGE;
import static jp.yakuba.exchange.api.ExchangeProblem.SERVICE_NOT_ALLOWED;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.exchange.api.CopyView;
import jp.yakuba.exchange.api.PublicationDesk;
import jp.yakuba.exchange.api.PublicationReader;
import jp.yakuba.exchange.api.PublishedItem;
import jp.yakuba.exchange.store.CopyStore;
import jp.yakuba.exchange.store.PublicationStore;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;

/** Behind the desk of publications; what is published and why, the domain that publishes writes down. */
@Stateless
public class PublicationDeskBean implements PublicationDesk {
    private PublicationStore store;
    private CopyStore copies;
    private Event<CopiesWanted> bell;
    private OfficeClock clock;

    protected PublicationDeskBean() {
        // for the container
    }

    /** For the container. */
    @Inject
    public PublicationDeskBean(PublicationStore store, CopyStore copies, Event<CopiesWanted> bell, OfficeClock clock) {
        this.store = store;
        this.copies = copies;
        this.bell = bell;
        this.clock = clock;
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.AUTHOR, Role.DESK})
    public void open(String name) {
        store.open(name);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.AUTHOR, Role.DESK})
    public boolean publish(String name, String key, byte[] content) {
        return publish(name, key, content, false);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.AUTHOR, Role.DESK})
    public boolean publishAnew(String name, String key, byte[] content) {
        return publish(name, key, content, true);
    }

    private boolean publish(String name, String key, byte[] content, boolean forget) {
        if (content.length == 0 || content.length > LARGEST_ITEM) {
            throw new RuleViolation(ITEM_TOO_LARGE, key);
        }
        store.open(name);
        store.lock(name);
        if (store.says(name, key, content)) {
            return false;
        }
        put(name, key, content, forget);
        return true;
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.AUTHOR, Role.DESK})
    public boolean withdraw(String name, String key) {
        return withdraw(name, key, false);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.AUTHOR, Role.DESK})
    public boolean withdrawWhole(String name, String key) {
        return withdraw(name, key, true);
    }

    private boolean withdraw(String name, String key, boolean forget) {
        store.open(name);
        store.lock(name);
        if (store.find(name, key).filter(item -> !item.isWithdrawn()).isEmpty()) {
            return false;
        }
        put(name, key, null, forget);
        return true;
    }

    @Override
    @RolesAllowed(Role.DESK)
    public Optional<byte[]> find(String name, String key) {
        return store.find(name, key).map(PublishedItem::content);
    }

    private void put(String name, String key, byte[] content, boolean forget) {
        store.put(name, key, content, forget, UUID.randomUUID().toString().replace("-", ""), clock.now());
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.AUTHOR, Role.DESK})
    public List<CopyView> listCopies(String name) {
        return copies.list(name);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.AUTHOR, Role.DESK})
    public List<PublicationReader> listReaders(String name) {
        return store.listReaders(name);
    }

    @Override
    @RolesAllowed(Role.DESK)
    public List<String> listOthers(String name, Map<String, String> sha256ByKey) {
        return store.listOthers(name, sha256ByKey);
    }

    @Override
    @RolesAllowed(Role.DESK)
    public Map<String, String> listOffices() {
        return copies.listOffices();
    }

    @Override
    @RolesAllowed(Role.DESK)
    public boolean forgetTold(String name, String peer, List<String> keys) {
        if (!copies.tryLock(peer, name)) {
            return false;
        }
        copies.forgetPages(peer, name, Set.copyOf(keys));
        copies.dropReadingOf(peer, name, Set.copyOf(keys));
        return true;
    }

    @Override
    @RolesAllowed(Role.DESK)
    public void dropReadings(String name, Instant before) {
        copies.dropReadings(name, before);
    }

    @Override
    @RolesAllowed(Role.DESK)
    public List<String> endCopies(String name) {
        return copies.end(name, SERVICE_NOT_ALLOWED.code());
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.AUTHOR, Role.DESK})
    public void refresh(String name) {
        copies.enlist(List.of(name), clock.now());
        copies.hurry(name, clock.now());
        bell.fire(new CopiesWanted());
    }
}
