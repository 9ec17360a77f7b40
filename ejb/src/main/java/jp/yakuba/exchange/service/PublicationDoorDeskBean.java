package jp.yakuba.exchange.service;

import static jp.yakuba.exchange.api.ExchangeProblem.NOT_PUBLISHED;
import static jp.yakuba.exchange.api.ExchangeProblem.PAGE_NOT_SIGNED;
import static jp.yakuba.exchange.api.ExchangeProblem.STATE_UNKNOWN;
import static jp.yakuba.exchange.api.ExchangeProblem.STATE_WRONG;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import jp.yakuba.exchange.api.PublicationDesk;
import jp.yakuba.exchange.api.PublicationDoorDesk;
import jp.yakuba.exchange.service.container.PublicationPage;
import jp.yakuba.exchange.service.container.PublicationState;
import jp.yakuba.exchange.service.container.PublicationXml;
import jp.yakuba.exchange.store.PeerStore;
import jp.yakuba.exchange.store.PublicationStore;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.signature.api.SigningMeans;

/** Behind the desk at which others read publications: the right, the page, the signature, and a line in the list of uses. */
@Stateless
@RunAs(Role.DESK)
public class PublicationDoorDeskBean implements PublicationDoorDesk {
    /** Items on a page, as the form of the page says. */
    private static final int MOST_ITEMS = 200;

    private PeerAtDoor door;
    private PeerPace pace;
    private PublicationStore store;
    private PublicationXml xml;
    private PeerStore peers;
    private SigningMeans means;
    private OrganizationDesk organization;
    private OfficeClock clock;

    protected PublicationDoorDeskBean() {
        // for the container
    }

    /** For the container. */
    @Inject
    public PublicationDoorDeskBean(
            PeerAtDoor door, PeerPace pace, PublicationStore store, PublicationXml xml, PeerStore peers, SigningMeans means, OrganizationDesk organization,
            OfficeClock clock) {
        this.door = door;
        this.pace = pace;
        this.store = store;
        this.xml = xml;
        this.peers = peers;
        this.means = means;
        this.organization = organization;
        this.clock = clock;
    }

    @Override
    @RolesAllowed(Role.PEER)
    public byte[] read(String name, String since) {
        var peer = door.allowed(name);
        pace.step(peer);
        var page = page(name, peer.code(), since == null || since.isEmpty() ? "0" : since);
        var signed = xml.write(page, means.key().usable().orElseThrow(() -> new RuleViolation(PAGE_NOT_SIGNED)));
        peers.note(new PeerStore.Use(clock.now(), peer.code(), true, name, "read", page.id(), page.state().toString(), signed.length));
        return signed;
    }

    private PublicationPage page(String name, String recipient, String since) {
        if (!PublicationState.isOne(since)) {
            store.find(name, 0, 1, 0).orElseThrow(() -> new RuleViolation(NOT_PUBLISHED, name));
            throw new RuleViolation(STATE_WRONG, name);
        }
        var from = PublicationState.of(since);
        var cut = store.find(name, from.serial(), MOST_ITEMS, PublicationDesk.LARGEST_ITEM).orElseThrow(() -> new RuleViolation(NOT_PUBLISHED, name));
        if (!isKnown(name, from)) {
            throw new RuleViolation(STATE_UNKNOWN, name);
        }
        var items = cut.items();
        long until = items.isEmpty() ? cut.latest() : items.get(items.size() - 1).serial(); // the latest change is an item's, so the last page ends with it
        return new PublicationPage(UUID.randomUUID(), new PublicationPage.Question(name, organization.town().code(), recipient, from), state(name, until),
                cut.latest(), clock.now(), items);
    }

    private boolean isKnown(String name, PublicationState state) {
        return state.equals(PublicationState.BEGINNING) || store.findMark(name, state.serial()).filter(state.mark()::equals).isPresent();
    }

    private PublicationState state(String name, long serial) {
        return serial == 0 ? PublicationState.BEGINNING : new PublicationState(serial, store.findMark(name, serial).orElseThrow());
    }
}
