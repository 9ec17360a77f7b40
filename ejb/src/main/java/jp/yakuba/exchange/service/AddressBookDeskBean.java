package jp.yakuba.exchange.service;

import static jp.yakuba.exchange.api.ExchangeProblem.BOOK_NOT_READ;
import static jp.yakuba.exchange.api.ExchangeProblem.NO_SUCH_PEER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.exchange.api.AddressBookDesk;
import jp.yakuba.exchange.api.AddressLine;
import jp.yakuba.exchange.gateway.PeerLine;
import jp.yakuba.exchange.gateway.PeerUnreachable;
import jp.yakuba.exchange.model.Peer;
import jp.yakuba.exchange.store.PeerStore;
import jp.yakuba.exchange.store.PeerStore.Use;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.OrganizationDesk;

/** Behind the address book; it holds no transaction while it asks another office. */
@Stateless
@RunAs(Role.DESK)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AddressBookDeskBean implements AddressBookDesk {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private PeerAtDoor door;
    private PeerPace pace;
    private PeerStore peers;
    private PeerLine line;
    private AddressBookJson json;
    private UseBook uses;
    private OrganizationDesk organization;
    private OfficeClock clock;

    protected AddressBookDeskBean() {
        // for the container
    }

    /** For the container. */
    @Inject
    public AddressBookDeskBean(
            PeerAtDoor door, PeerPace pace, PeerStore peers, PeerLine line, AddressBookJson json, UseBook uses, OrganizationDesk organization, OfficeClock clock) {
        this.door = door;
        this.pace = pace;
        this.peers = peers;
        this.line = line;
        this.json = json;
        this.uses = uses;
        this.organization = organization;
        this.clock = clock;
    }

    @Override
    @RolesAllowed(Role.PEER)
    public List<AddressLine> list() {
        var served = door.served();
        pace.step(served);
        var asker = served.code();
        uses.note(new Use(clock.now(), asker, true, "addresses", "read", UUID.randomUUID(), "TOLD", 0));
        return peers.list().stream().filter(Peer::isActive).filter(peer -> !peer.code().equals(asker))
                .map(peer -> new AddressLine(peer.code(), peer.name(), peer.address())).limit(MOST).toList();
    }

    @Override
    @RolesAllowed(Role.OPERATOR)
    public List<AddressLine> ask(String code) {
        var peer = peers.find(code).orElseThrow(() -> new RuleViolation(NO_SUCH_PEER));
        try {
            var reply = line.ask(new PeerLine.Request(code, "GET", URI.create(peer.address() + "/addresses"), Map.of(), null, 0, PATIENCE));
            var lines = reply.status() == 200 ? json.read(reply.body()) : Optional.<List<AddressLine>>empty();
            uses.note(new Use(clock.now(), code, false, "addresses", "read", UUID.randomUUID(), lines.isPresent() ? "READ" : "NOT_READ", reply.body().length));
            return lines.orElseThrow(() -> new RuleViolation(BOOK_NOT_READ, peer.name())).stream()
                    .filter(one -> !one.code().equals(organization.town().code())).sorted(Comparator.comparing(AddressLine::code)).toList();
        } catch (PeerUnreachable away) {
            uses.note(new Use(clock.now(), code, false, "addresses", "read", UUID.randomUUID(), ParcelRound.AWAY, 0));
            throw new RuleViolation(BOOK_NOT_READ, peer.name());
        }
    }
}
