package jp.yakuba.application.model;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.yakuba.kernel.OfficeCalendar;

/** The half hours at which a visit can be booked: on open days, from the next open day on, within counter hours. */
public final class VisitHours {
    /** Households that can be served in the same half hour. */
    public static final int SEATS = 3;
    private static final int DAYS_AHEAD = 15;
    private static final LocalTime FIRST = LocalTime.of(9, 0);
    private static final int HALF_HOURS = 16;
    private static final LocalTime LUNCH = LocalTime.of(12, 0);
    private static final LocalTime LUNCH_END = LocalTime.of(13, 0);

    private VisitHours() {}

    /** Every half hour offered at the moment, earliest first. */
    public static List<LocalDateTime> offered(OfficeCalendar calendar, LocalDateTime now) {
        return Stream.iterate(
                        calendar.plusOpenDays(now.toLocalDate(), 1), day -> calendar.plusOpenDays(day, 1))
                .limit(DAYS_AHEAD)
                .flatMap(VisitHours::of)
                .toList();
    }

    private static Stream<LocalDateTime> of(LocalDate day) {
        return IntStream.range(0, HALF_HOURS)
                .mapToObj(number -> FIRST.plusMinutes(30L * number))
                .filter(time -> time.isBefore(LUNCH) || !time.isBefore(LUNCH_END))
                .map(day::atTime);
    }
}
