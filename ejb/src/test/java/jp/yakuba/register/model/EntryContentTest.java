package jp.yakuba.register.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.register.api.EntryChange.Difference;
import jp.yakuba.register.api.EntryField;
import jp.yakuba.register.api.EntryState;
import jp.yakuba.register.api.Register;
import jp.yakuba.register.api.Suspension;
import jp.yakuba.register.api.VendorCategory;
import jp.yakuba.register.api.WriteEntry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("共同名簿の記載")
class EntryContentTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 4, 1);
    private static final LocalDate LAST = LocalDate.of(2028, 3, 31);
    private static final Suspension STOPPED = new Suspension(LocalDate.of(2026, 12, 1), LocalDate.of(2027, 1, 31), "粗雑工事");
    private static final EntryContent VENDOR = new EntryContent(Register.VENDOR, "V-000001", "青葉建設株式会社", "あおばけんせつ", "7000012050002", "東1条1丁目",
            List.of(VendorCategory.CONSTRUCTION, VendorCategory.SERVICE), FIRST, LAST, null, List.of(STOPPED));
    private static final EntryContent USER = new EntryContent(Register.FACILITY_USER, "F-000001", "山田　花子", "やまだ　はなこ", "", "", List.of(), null, LAST, "016373",
            List.of());

    @Test
    @DisplayName("書いたものは、同じものとして読める")
    void isReadAsItWasWritten() throws Exception {
        assertThat(EntryContent.read(Register.VENDOR, VENDOR.write())).isEqualTo(VENDOR);
        assertThat(EntryContent.read(Register.FACILITY_USER, USER.write())).isEqualTo(USER);
    }

    @Test
    @DisplayName("利用者について外へ出るのは、番号、名前、期限、登録した町だけである")
    void ofAPersonFourThingsAreTold() {
        var told = new String(USER.forOthers(words -> words).write(), StandardCharsets.UTF_8);
        assertThat(told).isEqualTo("{\"version\":1,\"number\":\"F-000001\",\"name\":\"山田　花子\",\"town\":\"016373\",\"validUntil\":\"2028-03-31\"}");
    }

    @Test
    @DisplayName("外へ出る言葉は、どれも住所の覆いを通る")
    void everyWordThatLeavesIsShielded() {
        var told = VENDOR.forOthers(words -> words.stream().map(word -> word.isEmpty() ? word : "＊＊＊").toList());
        assertThat(List.of(told.name(), told.kana(), told.seat(), told.suspensions().get(0).ground())).containsOnly("＊＊＊");
        assertThat(told.suspensions().get(0).from()).isEqualTo(STOPPED.from());
    }

    @ParameterizedTest
    @CsvSource({"2026-03-31,NOT_YET", "2026-04-01,VALID", "2026-11-30,VALID", "2026-12-01,SUSPENDED", "2027-01-31,SUSPENDED", "2027-02-01,VALID",
        "2028-03-31,VALID", "2028-04-01,EXPIRED"})
    @DisplayName("状態は日で決まり、初日と末日を含む")
    void theDayDecides(LocalDate day, EntryState state) {
        assertThat(VENDOR.stateOn(day)).isEqualTo(state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no JSON", "[1]", "{}", "{\"version\":2}",
        "{\"version\":1,\"number\":\"../x\",\"name\":\"あ\",\"town\":\"016373\",\"validUntil\":\"2028-03-31\"}",
        "{\"version\":1,\"number\":\"F-1\",\"name\":\" \\u0000\\u200B\",\"town\":\"016373\",\"validUntil\":\"2028-03-31\"}",
        "{\"version\":1,\"number\":\"F-1\",\"name\":\"あ\",\"town\":\"芽室\",\"validUntil\":\"2028-03-31\"}",
        "{\"version\":1,\"number\":\"F-1\",\"name\":\"あ\",\"validUntil\":\"2028-03-31\"}",
        "{\"version\":1,\"number\":\"F-1\",\"name\":\"あ\",\"town\":\"016373\",\"validUntil\":\"2028-02-30\"}",
        "{\"version\":1,\"number\":\"F-1\",\"name\":\"あ\",\"town\":\"016373\",\"validUntil\":\"+999999999-12-31\"}",
        "{\"version\":1,\"number\":\"F-1\",\"name\":[\"あ\"],\"town\":\"016373\"}"})
    @DisplayName("記載でないものは読まない")
    void whatIsNoEntryIsNotRead(String file) {
        assertThatThrownBy(() -> EntryContent.read(Register.FACILITY_USER, file.getBytes(StandardCharsets.UTF_8))).isInstanceOf(EntryContent.Unreadable.class);
    }

    @Test
    @DisplayName("業者の記載でないものも読まない。深い入れ子や、言葉でない字も")
    void whatIsNoVendorIsNotRead() {
        var good = new String(VENDOR.write(), StandardCharsets.UTF_8);
        for (var hostile : List.of(good.replace("7000012050002", "7000012050003"), good.replace("CONSTRUCTION", "MAGIC"), good.replace("2028-03-31", "2026-03-31"),
                good.replace("2027-01-31", "2026-11-30"), good.replace("粗雑工事", ""), good.replace("青葉", "青".repeat(200)), "[".repeat(100_000))) {
            assertThatThrownBy(() -> EntryContent.read(Register.VENDOR, hostile.getBytes(StandardCharsets.UTF_8))).as(hostile.substring(0, 40))
                    .isInstanceOf(EntryContent.Unreadable.class);
        }
        assertThatThrownBy(() -> EntryContent.read(Register.VENDOR, new byte[] {(byte) 0xC3, 0x28})).isInstanceOf(EntryContent.Unreadable.class);
    }

    @Test
    @DisplayName("変わったところだけが違いになる")
    void differencesAreWhatChanged() {
        var later = new EntryContent(Register.VENDOR, "V-000001", "青葉建設株式会社", "あおばけんせつ", "7000012050002", "東2条1丁目", List.of(VendorCategory.CONSTRUCTION),
                FIRST, LAST, null, List.of());
        assertThat(Differences.between(VENDOR, later)).containsExactly(new Difference("seat", "東1条1丁目", "東2条1丁目"),
                new Difference("categories", "CONSTRUCTION SERVICE", "CONSTRUCTION"),
                new Difference("suspensions", "2026-12-01～2027-01-31 粗雑工事", ""));
        assertThat(Differences.between(VENDOR, VENDOR)).isEmpty();
    }

    @Test
    @DisplayName("書き方の違う名前でも探せる")
    void isFoundHoweverItIsWritten() {
        assertThat(VENDOR.folded()).contains(EntryContent.fold("青葉　建設"), EntryContent.fold("アオバ"), EntryContent.fold("ｖ－000001"), "7000012050002");
    }

    @Test
    @DisplayName("書いたもののうち、直すところを言う")
    void saysWhatIsWrong() {
        var nothing = new WriteEntry(Register.VENDOR, UUID.randomUUID(), null, null, " \u200B\u0000", "か".repeat(201), "123", "", Set.of(), null, null, null, false);
        assertThat(nothing.wrong()).containsExactlyInAnyOrder(EntryField.NAME, EntryField.KANA, EntryField.CORPORATE_NUMBER, EntryField.SEAT, EntryField.CATEGORIES,
                EntryField.VALID_FROM, EntryField.VALID_UNTIL);
        assertThat(new WriteEntry(Register.VENDOR, UUID.randomUUID(), null, null, "青葉建設", "", "", "東1条", Set.of(VendorCategory.GOODS), LAST, FIRST, null, false)
                .wrong()).containsExactly(EntryField.VALID_UNTIL);
        assertThat(new WriteEntry(Register.FACILITY_USER, UUID.randomUUID(), null, null, "山田", "", "", "", Set.of(), null, LAST, "", false).wrong())
                .containsExactly(EntryField.TOWN);
        assertThat(new WriteEntry(Register.FACILITY_USER, UUID.randomUUID(), null, null, "山田", "", "", "", Set.of(), null, LAST, "016373", true).wrong()).isEmpty();
    }

    @Test
    @DisplayName("前になかった伏せ字が入れば分かり、前からある伏せ字だけなら何も起きない")
    void hidingIsSeen() {
        var hidden = VENDOR.withWords(List.of("青葉建設株式会社", "あおばけんせつ", "＊＊＊", "粗雑工事", "x", "x", "x").iterator());
        assertThat(hidden.hidesSince(VENDOR, "＊＊＊")).isTrue();
        assertThat(hidden.hidesSince(hidden, "＊＊＊")).isFalse();
        assertThat(VENDOR.hidesSince(hidden, "＊＊＊")).isFalse();
    }

    @Test
    @DisplayName("二文字ずつの組は、同じものを一つにし、語をまたがない。人の番号は見つける言葉に入らない")
    void pairsOfSigns() {
        assertThat(EntryContent.pairs("あおあお\nかき く")).containsExactly("あお", "おあ", "かき");
        assertThat(EntryContent.pairs("𠮷野家")).as("a sign of two halves stays whole").containsExactly("𠮷野", "野家");
        assertThat(USER.folded()).doesNotContain("000001");
        assertThat(VENDOR.folded()).contains("000001", "7000012050002");
    }

    @Test
    @DisplayName("読み直せないほど多い指名停止は、保たない")
    void whatIsKeptCanBeReadAgain() {
        var one = new Suspension(LAST, LAST, "粗雑工事");
        assertThat(VENDOR.with(java.util.Collections.nCopies(EntryContent.MOST_SUSPENSIONS, one)).isKeepable()).isTrue();
        assertThat(VENDOR.with(java.util.Collections.nCopies(EntryContent.MOST_SUSPENSIONS + 1, one)).isKeepable()).isFalse();
    }
}
