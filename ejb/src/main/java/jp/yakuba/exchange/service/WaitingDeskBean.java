package jp.yakuba.exchange.service;

import static jp.yakuba.exchange.api.ExchangeProblem.NO_SUCH_MESSAGE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.document.api.FileDesk;
import jp.yakuba.exchange.api.OpenTransfer;
import jp.yakuba.exchange.api.ParcelState;
import jp.yakuba.exchange.api.WaitingDesk;
import jp.yakuba.exchange.service.ParcelRound.Claimed;
import jp.yakuba.exchange.store.ParcelStore;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;

/** Behind the desk of what waits: hands out containers as they were made, and holds no transaction while one is read. */
@Stateless
@RunAs(Role.DESK)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WaitingDeskBean implements WaitingDesk {
    private static final Set<ParcelState> UNDER_WAY = EnumSet.of(ParcelState.SEALED, ParcelState.HANDED_OVER);

    private PeerAtDoor door;
    private PeerPace pace;
    private ParcelStore store;
    private ParcelRound round;
    private Announcements announcements;
    private FileDesk files;

    protected WaitingDeskBean() {
        // for the container
    }

    /** For the container. */
    @Inject
    public WaitingDeskBean(PeerAtDoor door, PeerPace pace, ParcelStore store, ParcelRound round, Announcements announcements, FileDesk files) {
        this.door = door;
        this.pace = pace;
        this.store = store;
        this.round = round;
        this.announcements = announcements;
        this.files = files;
    }

    @Override
    @RolesAllowed(Role.PEER)
    public List<Waiting> list(UUID after) {
        return store.listWaiting(door.served().code(), after, MOST);
    }

    @Override
    @RolesAllowed(Role.PEER)
    public OpenTransfer announce(UUID id) {
        pace.step(door.served()); // all of it is read for the hashes
        var waiting = waiting(id);
        try {
            return announcements.of(waiting.parcel(), waiting.place());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    @RolesAllowed(Role.PEER)
    public byte[] read(UUID id, int number) {
        var parcel = waiting(id).parcel();
        long from = (long) number * Announcements.PIECE;
        if (number < 0 || from >= parcel.bytes()) {
            throw new RuleViolation(NO_SUCH_MESSAGE);
        }
        return files.read(parcel.sha256(), from, Announcements.PIECE);
    }

    @Override
    @RolesAllowed(Role.PEER)
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void kept(UUID id) {
        var peer = door.served().code();
        store.find(id).filter(parcel -> parcel.peer().equals(peer) && parcel.sha256() != null).orElseThrow(() -> new RuleViolation(NO_SUCH_MESSAGE));
        round.collected(id);
    }

    private Claimed waiting(UUID id) {
        var peer = door.served().code();
        var mine = store.find(id).filter(parcel -> parcel.peer().equals(peer) && UNDER_WAY.contains(parcel.state()))
                .filter(parcel -> parcel.state() == ParcelState.HANDED_OVER || round.mayLeave(id));
        return round.read(mine.orElseThrow(() -> new RuleViolation(NO_SUCH_MESSAGE)).id());
    }
}
