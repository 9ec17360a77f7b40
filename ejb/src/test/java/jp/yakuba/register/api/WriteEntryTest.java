package jp.yakuba.register.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("共同名簿に書くこと")
class WriteEntryTest {
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    @Test
    @DisplayName("日は2000年1月1日から2199年12月31日まで。外の日は、その欄の誤りになる")
    void daysHaveARange() {
        assertThat(vendor(FIRST, LAST).wrong()).isEmpty();
        assertThat(vendor(FIRST.minusDays(1), LAST).wrong()).containsExactly(EntryField.VALID_FROM);
        assertThat(vendor(FIRST, LAST.plusDays(1)).wrong()).containsExactly(EntryField.VALID_UNTIL);
        assertThat(vendor(null, null).wrong()).containsExactlyInAnyOrder(EntryField.VALID_FROM, EntryField.VALID_UNTIL);
        assertThat(vendor(LAST, FIRST).wrong()).containsExactly(EntryField.VALID_UNTIL);
        assertThat(WriteEntry.isDay(FIRST)).isTrue();
        assertThat(WriteEntry.isDay(LAST)).isTrue();
        assertThat(WriteEntry.isDay(FIRST.minusDays(1))).isFalse();
        assertThat(WriteEntry.isDay(LAST.plusDays(1))).isFalse();
        assertThat(WriteEntry.isDay(null)).isFalse();
    }

    private static WriteEntry vendor(LocalDate from, LocalDate until) {
        return new WriteEntry(Register.VENDOR, UUID.randomUUID(), null, null, "青葉建設", "", "", "東1条", Set.of(VendorCategory.GOODS), from, until, null, false);
    }
}
