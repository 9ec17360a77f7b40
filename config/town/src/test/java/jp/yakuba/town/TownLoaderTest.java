package jp.yakuba.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("見本の町を開く")
class TownLoaderTest {
    private static final int RESIDENTS = 18_000;
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static TownDatabase database;
    private static List<String> before;
    private static Duration took;

    @BeforeAll
    static void open() throws IOException, SQLException {
        database = TownDatabase.start();
        loadAndBreakOff();
        before = rows("SELECT code FROM org_town");
        var start = System.nanoTime();
        new TownLoader(database.owner()).load(TownOrder.of("016373", 0), line -> {});
        took = Duration.ofNanos(System.nanoTime() - start);
    }

    @AfterAll
    static void close() throws IOException {
        database.close();
    }

    @Test
    @DisplayName("途中で切れた読み込みは何も残さず、次の起動でやり直す")
    void brokenLoadLeavesNothing() {
        assertThat(before).isEmpty();
    }

    @Test
    @DisplayName("一万八千人は一分かからずに入る")
    void loadsInAMinute() {
        assertThat(took).isLessThan(LONGEST);
    }

    @Test
    @DisplayName("住民の数は注文どおり、全員に世帯・住所・番号・異動がある")
    void everybodyHasEverything() throws SQLException {
        for (var table : List.of("res_person", "res_personal_number")) {
            assertThat(count("SELECT count(*) FROM " + table)).as(table).isEqualTo(RESIDENTS);
        }
        for (var table : List.of("res_membership", "res_address", "res_event_person")) {
            assertThat(count("SELECT count(DISTINCT person_id) FROM " + table)).as(table).isEqualTo(RESIDENTS);
        }
    }

    @Test
    @DisplayName("どの世帯にも世帯主が一人")
    void everyHouseholdHasOneHead() throws SQLException {
        assertThat(count("SELECT count(*) FROM res_household")).isEqualTo(
                count("SELECT count(*) FROM res_membership WHERE relationship = '世帯主'"));
    }

    @Test
    @DisplayName("続柄は鎖になり、親は子より年上")
    void relationshipsAreTrue() throws SQLException {
        assertThat(rows("SELECT DISTINCT relationship FROM res_membership"))
                .contains("世帯主", "妻", "子", "父", "母", "子の妻", "子の子");
        assertThat(count("""
                SELECT count(*) FROM res_membership child JOIN res_person young ON young.id = child.person_id
                JOIN res_membership head ON head.household_id = child.household_id AND head.relationship = '世帯主'
                JOIN res_person old ON old.id = head.person_id
                WHERE child.relationship = '子' AND young.birth_date < old.birth_date + interval '15 years'""")).isZero();
    }

    @Test
    @DisplayName("支援対象者は二十人、期間を過ぎた一件もまだ遮られている")
    void twentyPersonsAreProtected() throws SQLException {
        assertThat(count("SELECT count(*) FROM res_protected_person")).isEqualTo(20);
        assertThat(count("SELECT count(*) FROM res_protection WHERE ends_on < '2026-10-01' AND ended_at IS NULL")).isOne();
        assertThat(count("SELECT count(*) FROM res_shielded")).isGreaterThanOrEqualTo(20);
    }

    @Test
    @DisplayName("異体字のある名も普通の字で引け、元の字のまま残る")
    void variantsAreFoundAndKept() throws SQLException {
        assertThat(count("SELECT count(*) FROM res_person WHERE tokens @@ res_beginning_with(res_fold('高橋'))"))
                .isEqualTo(count("SELECT count(*) FROM res_person WHERE name ~ '^(高|髙)橋'"));
        for (var letters : List.of("髙", "﨑", "𠮷", "葛\udb40\udd00西", "葛\udb40\udd00城", "辻\udb40\udd00", "榊\udb40\udd00原", "斉\udb40\udd03藤")) {
            assertThat(count("SELECT count(*) FROM res_person WHERE name LIKE '%" + letters + "%'")).as(letters).isPositive();
        }
    }

    @Test
    @DisplayName("外国の人はおよそ注文の割合で、ローマ字と読みを持ち、三十五字を超える名の人もいる")
    void foreignResidentsHaveTheirNames() throws SQLException {
        assertThat(count("SELECT count(*) FROM res_person WHERE nationality <> 'JPN'")).isBetween(RESIDENTS / 200L, RESIDENTS / 40L);
        assertThat(count("SELECT count(*) FROM res_person WHERE nationality <> 'JPN' AND (roman_name IS NULL OR kana = '')")).isZero();
        assertThat(count("SELECT count(*) FROM res_person WHERE length(roman_name) > 35")).isPositive();
    }

    @Test
    @DisplayName("住所は漢数字でも算用数字でも引ける")
    void addressesAreFoundByEitherFigures() throws SQLException {
        var kanji = count("SELECT count(*) FROM res_address WHERE tokens @@ res_beginning_with(res_fold_address('東一条南五丁目'))");
        var digits = count("SELECT count(*) FROM res_address WHERE tokens @@ res_beginning_with(res_fold_address('東1条南5丁目'))");
        assertThat(digits).isEqualTo(kanji).isPositive();
    }

    @Test
    @DisplayName("二度目の読み込みは何もせず、別の町は断る")
    void loadsOnceAndKeepsToOneTown() throws SQLException {
        var loader = new TownLoader(database.owner());
        assertThat(loader.load(TownOrder.of("016373", 10), line -> {})).isFalse();
        assertThatThrownBy(() -> loader.load(TownOrder.of("132209", 10), line -> {}))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("016373");
        assertThat(count("SELECT count(*) FROM res_person")).isEqualTo(RESIDENTS);
    }

    @Test
    @DisplayName("職員四十人と長・副・監査委員、専決の表、実在の町字と全国の郵便番号")
    void officeIsStaffed() throws SQLException {
        assertThat(count("SELECT count(*) FROM org_staff")).isEqualTo(43);
        assertThat(count("SELECT count(*) FROM org_delegation")).isGreaterThan(10);
        assertThat(count("SELECT count(*) FROM res_place")).isEqualTo(512);
        assertThat(count("SELECT count(*) FROM res_postal_code")).isEqualTo(142_735);
    }

    @Test
    @DisplayName("応用の役割は個人番号の表を読めない")
    void applicationCannotReadPersonalNumbers() throws SQLException {
        try (var connection = database.application().getConnection(); var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeQuery("SELECT 1 FROM res_personal_number"))
                    .hasMessageContaining("permission denied");
        }
    }

    private static void loadAndBreakOff() {
        assertThatThrownBy(() -> new TownLoader(database.owner()).load(TownOrder.of("016373", 12_000), line -> {
            if (line.startsWith("Residents")) {
                throw new IllegalStateException("killed");
            }
        })).hasMessageContaining("killed");
    }

    private static long count(String sql) throws SQLException {
        return Long.parseLong(rows(sql).get(0));
    }

    private static List<String> rows(String sql) throws SQLException {
        try (var connection = database.owner().getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            var rows = new ArrayList<String>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        }
    }
}
