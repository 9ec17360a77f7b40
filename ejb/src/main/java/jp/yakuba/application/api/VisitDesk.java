package jp.yakuba.application.api;

import jakarta.ejb.Local;
import java.time.LocalDateTime;
import java.util.UUID;

/** The desk for booked visits (来庁予約) of what was sent: another time, or none, until shortly before. */
@Local
public interface VisitDesk {
    /** The visit of an own bundle; refused with {@code APL-002} if nothing of it waits for one. */
    VisitView get(UUID bundleId);

    /**
     * Books the wanted half hour in place of the one that the actor saw, which is null if none was booked. Refused with
     * {@code APL-012} if it is gone, {@code APL-003} if another was booked meanwhile, {@code APL-029} if the visit is too near.
     */
    void book(UUID bundleId, LocalDateTime seen, LocalDateTime wanted);

    /** Gives the half hour back; what was prepared still waits for a visit. */
    void cancel(UUID bundleId, LocalDateTime seen);
}
