package jp.yakuba.resident.api;

import jakarta.ejb.Local;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;

/** The desk for moves into town (転入): provisional entry (仮登録), check, final entry (本登録). */
@Local
public interface MoveInDesk {
    /** Enters a move provisionally; the same {@code causeId} again returns the first event and changes nothing. */
    UUID enterProvisionally(@Valid EnterMoveIn command);

    /** What stands against the move: unknown street, duplicate person, date in the future …; empty if nothing. */
    List<String> check(UUID eventId);

    /** The provisional or final event as entered, for the counter. */
    MoveInView get(UUID eventId);

    /** The event that came from a cause; null if none. */
    MoveInView findByCause(UUID causeId);

    /** Moves that wait for the counter (仮登録一覧), oldest first. */
    List<MoveInView> listProvisional();

    /**
     * Says which household the family joins: that in which the person lives now. Refused with {@code RES-001} if the person
     * lives in none, and if the move is not provisional or forms a household of its own.
     */
    void joinHousehold(UUID eventId, long version, UUID personId);

    /**
     * Says whether the family asks for protection (支援措置). If it does, everybody who moves in is protected provisionally in the deed that
     * makes the move final, before anybody is told of it. Both answers are kept. Refused if not provisional.
     */
    void askProtection(UUID eventId, long version, boolean asked);

    /**
     * Makes it final at the counter (届出日 = today); fires {@link MoveBecameFinal}; refused if not provisional. Whoever is protected here, left and comes
     * back is protected anew: of the same day of birth, and of the name, the given name or a reading of it. Refused with {@code RES-015} if only the day
     * of birth is that of somebody protected, and the family was not asked whether it wants protection.
     */
    void makeFinal(UUID eventId, long version);

    /** Takes a provisional move back with a reason. */
    void withdraw(UUID eventId, long version, String reason);
}
