package jp.yakuba.exchange.service;

import static jp.yakuba.exchange.api.ExchangeProblem.NO_SUCH_MESSAGE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import jp.yakuba.exchange.api.AnswerDesk;
import jp.yakuba.exchange.store.ParcelStore;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;

/** Behind the desk for answers: each is believed only if it is signed by the office that got the message. */
@Stateless
@RunAs(Role.DESK)
public class AnswerDeskBean implements AnswerDesk {
    private PeerAtDoor door;
    private ParcelStore store;
    private ParcelRound round;

    protected AnswerDeskBean() {
        // for the container
    }

    /** For the container. */
    @Inject
    public AnswerDeskBean(PeerAtDoor door, ParcelStore store, ParcelRound round) {
        this.door = door;
        this.store = store;
        this.round = round;
    }

    @Override
    @RolesAllowed(Role.PEER)
    public void take(UUID messageId, byte[] answer) {
        var peer = door.served();
        // in hand from the first look on: a message may get two answers in the same moment, and the second must see what the first did
        store.lock(messageId).filter(parcel -> parcel.peer().equals(peer.code())).orElseThrow(() -> new RuleViolation(NO_SUCH_MESSAGE));
        round.settle(messageId, answer);
    }
}
