package jp.yakuba.town.generator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.yakuba.town.CopyTable;

/**
 * The protected persons of the sample (支援対象者), spread over its households: women alone and mothers with their children.
 * The first is still provisional, the second's period has passed and the block stands all the same.
 */
final class ProtectedRows {
    private static final UUID ENTERED_BY = UUID.nameUUIDFromBytes("sample".getBytes(StandardCharsets.UTF_8));

    private final CopyTable protections = new CopyTable("res_protection", "id, version, applicant_id, provisional,"
            + " starts_on, ends_on, adversary_name, support_office, entered_at, entered_by");
    private final CopyTable persons = new CopyTable("res_protected_person", "protection_id, person_id");
    private final OrderedIds ids;
    private final LocalDate asOf;
    private final int wanted;
    private final int population;
    private int listed;
    private int cases;

    ProtectedRows(OrderedIds ids, LocalDate asOf, int wanted, int population) {
        this.ids = ids;
        this.asOf = asOf;
        this.wanted = wanted;
        this.population = population;
    }

    void consider(List<Settled> household, long personsSoFar) {
        var due = personsSoFar >= (long) population * listed * 9 / Math.max(1, wanted * 10);
        if (due && listed + household.size() <= wanted && fits(household)) {
            add(household);
        }
    }

    private static boolean fits(List<Settled> household) {
        var head = household.get(0).member();
        var rest = household.subList(1, household.size());
        return !head.male() && head.age() >= 20 && head.age() < 65
                && rest.stream().allMatch(person -> "子".equals(person.member().relationship()));
    }

    private void add(List<Settled> household) {
        var id = ids.next();
        var start = cases == 1 ? asOf.minusDays(400) : asOf.minusDays(20L + cases * 13 % 300);
        protections.add(id, 0, household.get(0).id(), cases == 0, start, start.plusYears(1).minusDays(1),
                "見本　相手方", cases == 0 ? null : "警察署（見本）", start + " 11:00:00+09", ENTERED_BY);
        household.forEach(person -> persons.add(id, person.id()));
        listed += household.size();
        cases++;
    }

    void send(Connection connection) throws SQLException, IOException {
        protections.send(connection);
        persons.send(connection);
    }
}
