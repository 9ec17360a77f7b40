package jp.yakuba.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("二つ目の町と、同じ種")
class SecondTownTest {
    private static final int RESIDENTS = 1_000;
    /** What a ledger holds; sealed numbers differ each time, for a seal never repeats. */
    private static final List<String> LEDGER = List.of("res_person", "res_household", "res_membership", "res_address",
            "res_event", "res_event_person", "res_protection", "res_protected_person");

    @Test
    @DisplayName("東大和市は設定だけで開き、同じ注文からは一行も違わない町ができる")
    void opensByItsConfigurationTheSameEachTime() throws IOException, SQLException {
        var first = ledger("132209");
        var second = ledger("132209");

        assertThat(first).isEqualTo(second);
    }

    private static List<String> ledger(String town) throws IOException, SQLException {
        try (var database = TownDatabase.start()) {
            new TownLoader(database.owner()).load(TownOrder.of(town, RESIDENTS), line -> {});
            assertThat(one(database, "SELECT name FROM org_town")).isEqualTo("東大和市");
            assertThat(one(database, "SELECT count(*) FROM res_person")).isEqualTo(Integer.toString(RESIDENTS));
            assertThat(one(database, "SELECT count(*) FROM res_protected_person")).isEqualTo("20");
            assertThat(one(database, "SELECT count(*) FROM res_address WHERE line NOT LIKE '東京都東大和市%' AND valid_until IS NULL")).isEqualTo("0");
            var sums = new ArrayList<String>();
            for (var table : LEDGER) {
                sums.add(table + " " + one(database, "SELECT md5(string_agg(row::text, '|' ORDER BY row::text)) FROM " + table + " row"));
            }
            return sums;
        }
    }

    private static String one(TownDatabase database, String sql) throws SQLException {
        try (var connection = database.owner().getConnection(); var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
