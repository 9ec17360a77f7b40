package jp.yakuba.exchange.service;

import static jp.yakuba.exchange.api.ExchangeProblem.ANNOUNCED_WRONGLY;
import static jp.yakuba.exchange.api.ExchangeProblem.DIFFERENT_CONTENT;
import static jp.yakuba.exchange.api.ExchangeProblem.NOT_COMPLETE;
import static jp.yakuba.exchange.api.ExchangeProblem.NOT_IN_THIS_STATE;
import static jp.yakuba.exchange.api.ExchangeProblem.NO_SUCH_MESSAGE;
import static jp.yakuba.exchange.api.ExchangeProblem.OUT_OF_ORDER;
import static jp.yakuba.exchange.api.ExchangeProblem.PIECE_CHANGED;
import static jp.yakuba.exchange.api.ExchangeProblem.PLACE_TAKEN;
import static jp.yakuba.exchange.api.ExchangeProblem.TOO_LARGE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.exchange.api.ArrivalDesk;
import jp.yakuba.exchange.api.ArrivalState;
import jp.yakuba.exchange.api.OpenTransfer;
import jp.yakuba.exchange.api.TransferView;
import jp.yakuba.exchange.model.Arrival;
import jp.yakuba.exchange.model.ArrivalKey;
import jp.yakuba.exchange.model.Peer;
import jp.yakuba.exchange.store.ArrivalStore;
import jp.yakuba.exchange.store.PeerStore;
import jp.yakuba.exchange.store.PeerStore.Use;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.kernel.Sha256;

/** Behind the arrival desk: keeps what peers hand in, whatever is repeated or breaks off. */
@Stateless
@RunAs(Role.DESK)
public class ArrivalDeskBean implements ArrivalDesk {
    private PeerAtDoor door;
    private PeerPace pace;
    private PeerStore peers;
    private ArrivalStore store;
    private ArrivalRound round;
    private ArrivalJudge judge;
    private Event<ArrivalWaiting> bell;
    private OfficeClock clock;

    protected ArrivalDeskBean() {
        // for the container
    }

    /** For the container. */
    @Inject
    public ArrivalDeskBean(
            PeerAtDoor door, PeerPace pace, PeerStore peers, ArrivalStore store, ArrivalRound round, ArrivalJudge judge,
            Event<ArrivalWaiting> bell, OfficeClock clock) {
        this.door = door;
        this.pace = pace;
        this.peers = peers;
        this.store = store;
        this.round = round;
        this.judge = judge;
        this.bell = bell;
        this.clock = clock;
    }

    @Override
    @RolesAllowed(Role.PEER)
    public TransferView open(OpenTransfer transfer) {
        var arrival = announced(transfer, ArrivalState.RECEIVING);
        return arrival.view(missing(arrival));
    }

    private Arrival announced(OpenTransfer transfer, ArrivalState state) {
        var peer = door.allowed(transfer.service());
        var key = new ArrivalKey(peer.code(), transfer.id());
        var known = store.find(key);
        if (known.isPresent()) {
            return same(known.get(), transfer);
        }
        pace.step(peer);
        store.lockConversation(peer.code(), transfer.conversation());
        mustBeTakeable(peer, transfer);
        boolean added = store.add(peer.code(), transfer, state, clock.now());
        var arrival = store.find(key).orElseThrow(() -> new RuleViolation(PLACE_TAKEN, transfer.sequence()));
        if (added) {
            note(peer, transfer, "open", state.name());
        }
        return same(arrival, transfer);
    }

    private void mustBeTakeable(Peer peer, OpenTransfer transfer) {
        if (transfer.bytes() > peer.mostBytes()) {
            throw new RuleViolation(TOO_LARGE, peer.mostBytes());
        }
        if (!transfer.fits()) {
            throw new RuleViolation(ANNOUNCED_WRONGLY);
        }
        if (transfer.previous() != null
                && !store.find(new ArrivalKey(peer.code(), transfer.previous())).map(Arrival::isJudged).orElse(false)) {
            throw new RuleViolation(OUT_OF_ORDER, transfer.previous());
        }
    }

    /** A second announcement must be the same as the first: a message is never taken twice with two contents. */
    private Arrival same(Arrival arrival, OpenTransfer transfer) {
        if (!arrival.isAnnouncedBy(transfer)) {
            throw new RuleViolation(DIFFERENT_CONTENT);
        }
        return arrival;
    }

    @Override
    @RolesAllowed(Role.PEER)
    public void put(UUID id, int number, byte[] content) {
        var arrival = held(id);
        var announced = store.hashOf(arrival.key(), number);
        if (arrival.state() != ArrivalState.RECEIVING) {
            return; // it has arrived whole; whoever repeats a piece is told so
        }
        if (!announced.map(Sha256.hex(content)::equals).orElse(false)) {
            throw new RuleViolation(PIECE_CHANGED, number);
        }
        store.put(arrival.key(), number, content, clock.now());
    }

    @Override
    @RolesAllowed(Role.PEER)
    public TransferView complete(UUID id) {
        var arrival = lockedInOrder(id);
        if (arrival.state() == ArrivalState.RECEIVING) {
            if (!store.missing(arrival.key()).isEmpty()) {
                throw new RuleViolation(NOT_COMPLETE);
            }
            arrival.store(clock.now());
            bell.fire(new ArrivalWaiting());
        }
        return arrival.view(List.of());
    }

    @Override
    @RolesAllowed(Role.PEER)
    public TransferView take(OpenTransfer transfer, byte[] content) {
        var hash = Sha256.hex(content);
        if (transfer.chunks().size() != 1 || content.length != transfer.bytes() || !hash.equals(transfer.sha256())) {
            throw new RuleViolation(PIECE_CHANGED, 0);
        }
        var arrival = announced(transfer, ArrivalState.STORED);
        if (arrival.state() == ArrivalState.STORED || arrival.state() == ArrivalState.RECEIVING) {
            store.put(arrival.key(), 0, content, clock.now());
        }
        return arrival.state() == ArrivalState.RECEIVING ? complete(transfer.id()) : arrival.view(List.of());
    }

    @Override
    @RolesAllowed(Role.PEER)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // a message is judged in deeds of its own
    public TransferView judge(UUID id) {
        var key = new ArrivalKey(door.served().code(), id);
        if (round.claim(key)) {
            judge.judge(key);
        }
        return find(id);
    }

    @Override
    @RolesAllowed(Role.PEER)
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public TransferView find(UUID id) {
        var arrival = own(id);
        return arrival.view(missing(arrival));
    }

    @Override
    @RolesAllowed(Role.PEER)
    public Optional<byte[]> findAnswer(UUID id) {
        var arrival = own(id);
        if (arrival.isAnswered()) {
            store.answerTaken(arrival.key(), arrival.answer());
        }
        return Optional.ofNullable(arrival.answer());
    }

    @Override
    @RolesAllowed(Role.PEER)
    public TransferView cancel(UUID id) {
        var arrival = locked(id);
        if (arrival.isJudged() || arrival.isAnswered()) {
            throw new RuleViolation(NOT_IN_THIS_STATE);
        }
        if (arrival.state() != ArrivalState.CANCELLED) {
            arrival.cancel();
            peers.note(new Use(clock.now(), arrival.key().peer(), true, arrival.service(), "cancel", id, "CANCELLED", arrival.bytes()));
        }
        return arrival.view(List.of());
    }

    private List<Integer> missing(Arrival arrival) {
        return arrival.state() == ArrivalState.RECEIVING ? store.missing(arrival.key()) : List.of();
    }

    private Arrival own(UUID id) {
        return store.find(new ArrivalKey(door.served().code(), id)).orElseThrow(ArrivalDeskBean::unknown);
    }

    private Arrival locked(UUID id) {
        return store.lock(new ArrivalKey(door.served().code(), id)).orElseThrow(ArrivalDeskBean::unknown);
    }

    private Arrival lockedInOrder(UUID id) {
        var key = new ArrivalKey(door.served().code(), id);
        store.lockConversation(key.peer(), store.conversationOf(key).orElseThrow(ArrivalDeskBean::unknown));
        return store.lock(key).orElseThrow(ArrivalDeskBean::unknown);
    }

    private Arrival held(UUID id) {
        return store.hold(new ArrivalKey(door.served().code(), id)).orElseThrow(ArrivalDeskBean::unknown);
    }

    private static RuleViolation unknown() {
        return new RuleViolation(NO_SUCH_MESSAGE);
    }

    private void note(Peer peer, OpenTransfer transfer, String deed, String outcome) {
        peers.note(new Use(clock.now(), peer.code(), true, transfer.service(), deed, transfer.id(), outcome, transfer.bytes()));
    }
}
