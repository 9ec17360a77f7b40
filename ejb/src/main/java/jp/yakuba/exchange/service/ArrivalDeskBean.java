package jp.yakuba.exchange.service;

import static jp.yakuba.exchange.api.ExchangeProblem.NOT_IN_THIS_STATE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
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
import jp.yakuba.exchange.store.ArrivalStore;
import jp.yakuba.exchange.store.PeerStore;
import jp.yakuba.exchange.store.PeerStore.Use;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;

/** Behind the arrival desk: keeps what peers hand in, whatever is repeated or breaks off. */
@Stateless
@RunAs(Role.DESK)
public class ArrivalDeskBean implements ArrivalDesk {
    private PeerAtDoor door;
    private ArrivalIntake intake;
    private PeerStore peers;
    private ArrivalStore store;
    private ArrivalRound round;
    private ArrivalJudge judge;
    private OfficeClock clock;

    protected ArrivalDeskBean() {
        // for the container
    }

    /** For the container. */
    @Inject
    public ArrivalDeskBean(
            PeerAtDoor door, ArrivalIntake intake, PeerStore peers, ArrivalStore store, ArrivalRound round, ArrivalJudge judge,
            OfficeClock clock) {
        this.door = door;
        this.intake = intake;
        this.peers = peers;
        this.store = store;
        this.round = round;
        this.judge = judge;
        this.clock = clock;
    }

    @Override
    @RolesAllowed(Role.PEER)
    public TransferView open(OpenTransfer transfer) {
        return intake.open(door.allowed(transfer.service()), transfer);
    }

    @Override
    @RolesAllowed(Role.PEER)
    public void put(UUID id, int number, byte[] content) {
        intake.put(keyOf(id), number, content);
    }

    @Override
    @RolesAllowed(Role.PEER)
    public TransferView complete(UUID id) {
        return intake.complete(keyOf(id));
    }

    @Override
    @RolesAllowed(Role.PEER)
    public TransferView take(OpenTransfer transfer, byte[] content) {
        return intake.take(door.allowed(transfer.service()), transfer, content);
    }

    @Override
    @RolesAllowed(Role.PEER)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // a message is judged in deeds of its own
    public TransferView judge(UUID id) {
        var key = keyOf(id);
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

    private ArrivalKey keyOf(UUID id) {
        return new ArrivalKey(door.served().code(), id);
    }

    private Arrival own(UUID id) {
        return store.find(keyOf(id)).orElseThrow(ArrivalIntake::unknown);
    }

    private Arrival locked(UUID id) {
        return store.lock(keyOf(id)).orElseThrow(ArrivalIntake::unknown);
    }
}
