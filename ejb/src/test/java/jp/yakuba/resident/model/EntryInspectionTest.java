package jp.yakuba.resident.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("仮登録の審査")
class EntryInspectionTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    @DisplayName("正しい世帯には何も立たない")
    void findsNothingAgainstATrueHousehold() {
        assertThat(inspect(TODAY, person("世帯主", "JPN", null), person("妻", "VNM", "NGUYEN THI HOA"))).isEmpty();
    }

    @Test
    @DisplayName("異動日は今日まで(標準仕様書 4.0.3)")
    void refusesADayInTheFuture() {
        assertThat(inspect(TODAY.plusDays(1), person("世帯主", "JPN", null))).containsExactly("DATE_IN_FUTURE");
    }

    @Test
    @DisplayName("世帯主は一人")
    void wantsExactlyOneHead() {
        assertThat(inspect(TODAY, person("妻", "JPN", null))).containsExactly("NO_HEAD");
        assertThat(inspect(TODAY, person("世帯主", "JPN", null), person("世帯主", "JPN", null))).containsExactly("SEVERAL_HEADS");
    }

    @Test
    @DisplayName("いまある世帯に入る届には、世帯主はいない。その世帯にもういる")
    void wantsNoSecondHeadInAHouseholdThatIsJoined() {
        assertThat(joining(person("母", "JPN", null))).isEmpty();
        assertThat(joining(person("世帯主", "JPN", null))).containsExactly("HEAD_THERE_ALREADY");
    }

    @Test
    @DisplayName("外国人住民にはローマ字の氏名、続柄は仕様の言葉")
    void wantsRomanNamesAndKnownWords() {
        assertThat(inspect(TODAY, person("世帯主", "USA", null), person("孫", "JPN", null)))
                .containsExactly("ROMAN_NAME_MISSING", "UNKNOWN_RELATIONSHIP");
    }

    @Test
    @DisplayName("形の崩れた届は仮登録もされない")
    void refusesMalformedEntries() {
        var wrong = new EntryPerson(UUID.randomUUID(), null, "見本", "ミホン", null, TODAY, "男", "世帯主", "日本");
        assertThat(EntryInspection.ofForm(List.of(wrong), new EntryAddress("082", "東一条", "1", null)))
                .containsExactly("POSTAL_CODE_MALFORMED", "SEX_MALFORMED", "NATIONALITY_MALFORMED");
    }

    private static List<String> inspect(LocalDate eventDate, EntryPerson... persons) {
        return EntryInspection.ofPersons(List.of(persons), eventDate, TODAY, EntryInspection.Household.NEW);
    }

    private static List<String> joining(EntryPerson... persons) {
        return EntryInspection.ofPersons(List.of(persons), TODAY, TODAY, EntryInspection.Household.JOINED);
    }

    private static EntryPerson person(String relationship, String nationality, String roman) {
        return new EntryPerson(UUID.randomUUID(), null, "見本　人", "ミホン　ヒト", roman, LocalDate.of(1990, 1, 1), "1",
                relationship, nationality);
    }
}
