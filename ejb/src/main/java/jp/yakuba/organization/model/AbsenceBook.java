package jp.yakuba.organization.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.kernel.OfficeCalendar;
import jp.yakuba.kernel.OfficeClock;

/**
 * Absences of some people and when each of them is back.
 *
 * @param absences in any order
 * @param calendar the open days
 */
public record AbsenceBook(List<Absence> absences, OfficeCalendar calendar) {
    private static final LocalTime COUNTERS_CLOSE = LocalTime.of(17, 15);

    public AbsenceBook {
        absences = List.copyOf(absences);
    }

    /** True if the person is away at the moment. */
    public boolean isAway(UUID staff, Instant at) {
        return absence(staff, at).isPresent();
    }

    /**
     * The first open day back: absences that follow each other, with nothing but closed days or evenings between, count as
     * one. Empty for somebody present.
     */
    public Optional<LocalDate> returnsOn(UUID staff, Instant at) {
        var away = absence(staff, at);
        Optional<LocalDate> back = Optional.empty();
        while (away.isPresent()) {
            back = away.map(this::firstDayAfter);
            var morning = back.get().atTime(LocalTime.NOON).atZone(OfficeClock.ZONE).toInstant();
            var end = away.get().endsAt();
            away = absence(staff, morning.isBefore(end) ? end : morning);
        }
        return back;
    }

    private LocalDate firstDayAfter(Absence absence) {
        var end = absence.endsAt().atZone(OfficeClock.ZONE).toLocalDateTime();
        boolean dayIsOver = !end.toLocalTime().isBefore(COUNTERS_CLOSE);
        return calendar.nextOpen(dayIsOver ? end.toLocalDate().plusDays(1) : end.toLocalDate());
    }

    private Optional<Absence> absence(UUID staff, Instant at) {
        return absences.stream().filter(one -> one.staff().equals(staff) && one.covers(at)).findFirst();
    }
}
