package jp.yakuba.resident.api;

import jakarta.ejb.Local;
import jakarta.validation.Valid;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The desk for moves out of town (転出), and for what towns tell each other of moves. */
@Local
public interface MoveOutDesk {
    /** What the town before is told of a final move in; refused with {@code RES-002} unless the event is one. */
    MovedIn movedIn(UUID eventId);

    /**
     * Those of the moves in, as many as stand on a page, of which nobody may be told any more where they led: one of those who moved, or somebody they
     * live with, is protected (支援措置), or it is or may be the dwelling of somebody who is: the same room, or the same lot where one of the two
     * addresses says no room.
     */
    Set<UUID> listClosed(Collection<UUID> eventIds);

    /**
     * Lets one deed through at a time that begins a protection, or asks who is protected and writes or closes what tells of them, until the
     * transaction ends. Taken before any row is locked.
     */
    void takeTurns();

    /** The address cut into what an index finds ({@link ProtectionBegan#homes}). */
    Set<String> piecesOf(String address);

    /** Codes of municipalities in which the address may lie, the nearest first; empty if none is known. */
    List<String> townsOf(String address);

    /** The name as the ledger compares names: variants and figures folded, no spaces. */
    String keyOf(String name);

    /**
     * Whom another town may mean by each: everybody of that day of birth and of the name or the reading, those who left too; who fits in all lives at
     * the address. Every look is written down.
     */
    List<List<MeantPerson>> listMeant(List<MovedIn.Person> said, String address, String reason);

    /** The person with the number as {@link #listMeant} shows one; empty if there is none. The look is written down. */
    Optional<MeantPerson> findMeant(String number, String reason);

    /**
     * True if somebody may be meant who is protected here, or ever lived with somebody who is, however they are written: of the same name, or the same
     * day of birth; or if the address says a shielded one. Who it is is told to nobody.
     */
    boolean isAnyShielded(String address, Collection<MovedIn.Person> said);

    /**
     * Protects everybody who may be meant and is not protected yet, provisionally (仮支援措置), because another office says
     * that they are protected there, whatever their surname is here; returns how many that are. Each has a protection of their own, which a person ends
     * if it was somebody else.
     */
    int shieldMeant(Collection<MovedIn.Person> said, String office);

    /**
     * True if the actor may read where those who are told of went: nobody whom it may mean is protected or ever lived with somebody who is, or each is
     * released to the actor, or, of whoever is open here again, those are because of whom it is closed. Where the
     * address is a shielded one, or it was closed before, each of those who are told of must be known to be one who is released.
     */
    boolean mayReadWhereTo(String address, Collection<MovedIn.Person> said, boolean closedBefore);

    /**
     * Enters a move out, final at once: persons, addresses and memberships end with the day, a household that nobody is left in is
     * dissolved, one whose head leaves gets its new head. The same {@code causeId} again returns the first event and changes nothing.
     * Fires {@link MoveOutBecameFinal}. Refused with {@code RES-012} if one has left already.
     */
    UUID moveOut(@Valid EnterMoveOut command);
}
