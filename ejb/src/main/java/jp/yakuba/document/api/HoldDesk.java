package jp.yakuba.document.api;

import jakarta.ejb.Local;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;

/** The desk of holds (廃棄の停止): nothing that is held can be destroyed or given away until the hold is lifted. */
@Local
public interface HoldDesk {
    /** Holds that stand in the sections the actor reads, oldest first, after the one named; null for the first ones. */
    List<HoldView> listStanding(UUID after, int size);

    /** Every hold that a file or records in it have or had, latest first. */
    List<HoldView> listOf(UUID dossierId);

    /** Every hold that a single record has or had, latest first. */
    List<HoldView> listOfRecord(UUID recordId);

    /** Places a hold; refused with {@code DOC-085} if it came too late. One that stands and says the same, by the same hand, is that one. */
    UUID place(@Valid PlaceHold command);

    /** Lifts a hold, with the reason. */
    void lift(UUID holdId, String reason);
}
