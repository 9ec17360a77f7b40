package jp.yakuba.organization.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.yakuba.kernel.OfficeCalendar;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.organization.api.AbsenceKind;
import jp.yakuba.organization.api.EnterAbsence;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("不在の帳簿")
class AbsenceBookTest {
    private static final UUID CHIEF = UUID.randomUUID();
    /** Labour thanksgiving day 2026 is a Monday. */
    private static final OfficeCalendar CALENDAR = new OfficeCalendar(Set.of(LocalDate.of(2026, 11, 23)));

    @ParameterizedTest(name = "[{0}] {1} → {2}")
    @DisplayName("いつ戻るか: 半日、終業までの日、続く休暇、休日をはさむ出張")
    @CsvSource(textBlock = """
            # half a day: back the same day
            2026-11-24T08:30/2026-11-24T12:00,                                     2026-11-24T09:00, 2026-11-24
            2026-11-24T08:30/2026-11-24T12:00,                                     2026-11-24T12:00, present
            # until the counters close: back on the next open day
            2026-11-24T08:30/2026-11-24T17:15,                                     2026-11-24T10:00, 2026-11-25
            # Friday: over the week-end and the holiday
            2026-11-20T00:00/2026-11-21T00:00,                                     2026-11-20T10:00, 2026-11-24
            # leave follows a trip: one absence
            2026-11-20T08:30/2026-11-20T17:15 2026-11-24T08:30/2026-11-25T17:15,   2026-11-20T10:00, 2026-11-26
            # a day at the desk between them
            2026-11-19T08:30/2026-11-19T17:15 2026-11-24T08:30/2026-11-24T17:15,   2026-11-19T10:00, 2026-11-20
            # not yet begun
            2026-11-24T08:30/2026-11-24T17:15,                                     2026-11-23T10:00, present
            """)
    void tellsWhenSomebodyIsBack(String absences, LocalDateTime at, String expected) {
        var book = new AbsenceBook(List.copyOf(Stream.of(absences.split(" ")).map(AbsenceBookTest::absence).toList()), CALENDAR);
        Instant moment = at.atZone(OfficeClock.ZONE).toInstant();
        assertThat(book.returnsOn(CHIEF, moment).map(LocalDate::toString).orElse("present")).isEqualTo(expected);
        assertThat(book.isAway(CHIEF, moment)).isEqualTo(!expected.equals("present"));
        assertThat(book.isAway(UUID.randomUUID(), moment)).isFalse();
    }

    private static Absence absence(String span) {
        var ends = span.split("/");
        return Absence.entered(
                new EnterAbsence(CHIEF, AbsenceKind.TRAVEL, LocalDateTime.parse(ends[0]), LocalDateTime.parse(ends[1]), null),
                "人事", Instant.EPOCH);
    }
}
