package jp.yakuba.exchange.service;

import static jp.yakuba.exchange.api.ExchangeProblem.ANNOUNCED_WRONGLY;
import static jp.yakuba.exchange.api.ExchangeProblem.DIFFERENT_CONTENT;
import static jp.yakuba.exchange.api.ExchangeProblem.NOT_COMPLETE;
import static jp.yakuba.exchange.api.ExchangeProblem.NO_SUCH_MESSAGE;
import static jp.yakuba.exchange.api.ExchangeProblem.OUT_OF_ORDER;
import static jp.yakuba.exchange.api.ExchangeProblem.PIECE_CHANGED;
import static jp.yakuba.exchange.api.ExchangeProblem.PLACE_TAKEN;
import static jp.yakuba.exchange.api.ExchangeProblem.TOO_LARGE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
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
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.kernel.Sha256;

/**
 * Takes messages in, whether an office brings them or they are collected there: whatever is repeated or breaks off, each is here once.
 * Whoever calls has asked whether the office may.
 */
@ApplicationScoped
public class ArrivalIntake {
    private ArrivalStore store;
    private PeerStore peers;
    private PeerPace pace;
    private Event<ArrivalWaiting> bell;
    private OfficeClock clock;

    protected ArrivalIntake() {
        // for the container
    }

    /** For the container. */
    @Inject
    public ArrivalIntake(ArrivalStore store, PeerStore peers, PeerPace pace, Event<ArrivalWaiting> bell, OfficeClock clock) {
        this.store = store;
        this.peers = peers;
        this.pace = pace;
        this.bell = bell;
        this.clock = clock;
    }

    /** Opens a transfer, or finds the one that is open; what is missing stands in the view. */
    @Transactional
    public TransferView open(Peer peer, OpenTransfer transfer) {
        var arrival = announced(peer, transfer, ArrivalState.RECEIVING);
        return arrival.view(arrival.state() == ArrivalState.RECEIVING ? store.missing(arrival.key()) : List.of());
    }

    /** Keeps a piece as it was announced. */
    @Transactional
    public void put(ArrivalKey key, int number, byte[] content) {
        var arrival = store.hold(key).orElseThrow(ArrivalIntake::unknown);
        var announced = store.hashOf(key, number);
        if (arrival.state() != ArrivalState.RECEIVING) {
            return; // it has arrived whole; whoever repeats a piece is told so
        }
        if (!announced.map(Sha256.hex(content)::equals).orElse(false)) {
            throw new RuleViolation(PIECE_CHANGED, number);
        }
        store.put(key, number, content, clock.now());
    }

    /** All pieces are here. */
    @Transactional
    public TransferView complete(ArrivalKey key) {
        store.lockConversation(key.peer(), store.conversationOf(key).orElseThrow(ArrivalIntake::unknown));
        var arrival = store.lock(key).orElseThrow(ArrivalIntake::unknown);
        if (arrival.state() == ArrivalState.RECEIVING) {
            if (!store.missing(key).isEmpty()) {
                throw new RuleViolation(NOT_COMPLETE);
            }
            arrival.store(clock.now());
            bell.fire(new ArrivalWaiting());
        }
        return arrival.view(List.of());
    }

    /** Takes a message of one piece. */
    @Transactional
    public TransferView take(Peer peer, OpenTransfer transfer, byte[] content) {
        var hash = Sha256.hex(content);
        if (transfer.chunks().size() != 1 || content.length != transfer.bytes() || !hash.equals(transfer.sha256())) {
            throw new RuleViolation(PIECE_CHANGED, 0);
        }
        var arrival = announced(peer, transfer, ArrivalState.STORED);
        if (arrival.state() == ArrivalState.STORED || arrival.state() == ArrivalState.RECEIVING) {
            store.put(arrival.key(), 0, content, clock.now());
        }
        return arrival.state() == ArrivalState.RECEIVING ? complete(arrival.key()) : arrival.view(List.of());
    }

    /** True if nothing more is to be done for a message that its sender knows to be kept here; the answer that it does not have is brought again. */
    @Transactional
    public boolean isSettled(ArrivalKey key) {
        store.answerAgain(key, clock.now());
        return store.find(key).filter(arrival -> arrival.state() != ArrivalState.RECEIVING).isPresent();
    }

    private Arrival announced(Peer peer, OpenTransfer transfer, ArrivalState state) {
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
            peers.note(new Use(clock.now(), peer.code(), true, transfer.service(), "open", transfer.id(), state.name(), transfer.bytes()));
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
    private static Arrival same(Arrival arrival, OpenTransfer transfer) {
        if (!arrival.isAnnouncedBy(transfer)) {
            throw new RuleViolation(DIFFERENT_CONTENT);
        }
        return arrival;
    }

    static RuleViolation unknown() {
        return new RuleViolation(NO_SUCH_MESSAGE);
    }
}
