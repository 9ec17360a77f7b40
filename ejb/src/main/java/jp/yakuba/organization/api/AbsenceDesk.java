package jp.yakuba.organization.api;

import jakarta.ejb.Local;
import jakarta.validation.Valid;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The calendar of absences (不在): members of staff keep their own, the personnel section everybody's. */
@Local
public interface AbsenceDesk {
    /** Writes an absence down; somebody else's needs the personnel section. */
    UUID enter(@Valid EnterAbsence command);

    /** Takes an absence back, or ends one that has begun at this moment. */
    void cancel(UUID absenceId);

    /** The actor's own absences that have not ended. */
    List<AbsenceView> listMine();

    /** Everybody's absences that touch the days, for the personnel section. */
    List<AbsenceView> list(LocalDate from, LocalDate until);

    /** Everybody who is away at the moment. */
    List<AwayView> listAway(Instant at);

    /** True if the member of staff is away at the moment. */
    boolean isAway(UUID staffId, Instant at);

    /** The first open day back of somebody away at the moment; empty if present. */
    Optional<LocalDate> returnsOn(UUID staffId, Instant at);
}
