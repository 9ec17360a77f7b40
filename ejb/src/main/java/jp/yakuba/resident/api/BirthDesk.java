package jp.yakuba.resident.api;

import jakarta.ejb.Local;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;

/** The desk for births (出生): the same provisional and final entry as for a move. */
@Local
public interface BirthDesk {
    /** Enters a birth provisionally; the same {@code causeId} again returns the first event and changes nothing. */
    UUID enterProvisionally(@Valid EnterBirth command);

    /** The latest event that came from a cause, for the counter; null if none. */
    BirthView findByCause(UUID causeId);

    /** What stands against the birth: child already known, parent gone …; empty if nothing. */
    List<String> check(UUID eventId);

    /** Makes it final: the child joins the parent's household; fires {@link BirthBecameFinal}. */
    void makeFinal(UUID eventId, long version);
}
