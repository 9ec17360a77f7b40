package jp.yakuba.resident.api;

import jakarta.ejb.Local;
import jakarta.validation.Valid;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The desk for moves out of town (転出), and for what towns tell each other of moves. */
@Local
public interface MoveOutDesk {
    /** What the town before is told of a final move in; refused with {@code RES-002} unless the event is one. */
    MovedIn movedIn(UUID eventId);

    /** Whom the facts may mean: everybody of that name and day of birth, those who left too. Every look is written down. */
    List<MeantPerson> listMeant(FourFacts facts, String reason);

    /** True if somebody whom the facts may mean is shielded here; who is told to nobody. */
    boolean isAnyShielded(Collection<FourFacts> meant);

    /**
     * Protects everybody whom the facts may mean and who is not protected yet, provisionally (仮支援措置), because another office says
     * that they are protected there; returns how many that are. A person ends it, if it was somebody else.
     */
    int shieldMeant(Collection<FourFacts> meant, String office);

    /** True if the actor may read whatever tells where the persons live: none is shielded, or each is released to the actor. */
    boolean mayReadAddresses(Collection<UUID> persons);

    /**
     * Enters a move out, final at once: persons, addresses and memberships end with the day, a household that nobody is left in is
     * dissolved, one whose head leaves gets its new head. The same {@code causeId} again returns the first event and changes nothing.
     * Fires {@link MoveOutBecameFinal}. Refused with {@code RES-012} if one has left already.
     */
    UUID moveOut(@Valid EnterMoveOut command);
}
