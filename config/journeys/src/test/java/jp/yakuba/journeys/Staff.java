package jp.yakuba.journeys;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Who of the staff can do what, found in the sample town. */
final class Staff {
    private static final String HOLDERS = """
            select s.number, p.section from yakuba.org_post_role r
            join yakuba.org_post p on p.code = r.post
            join yakuba.org_appointment a on a.post = p.code and (a.valid_until is null or a.valid_until > current_date)
            join yakuba.org_staff s on s.id = a.staff
            where r.role = ? order by p.section <> ?, p.rank desc, s.number limit 1
            """;

    private Staff() {}

    /** One who has the role, of that section if there is one. */
    static String with(DataSource owner, String role, String section) {
        try (var connection = owner.getConnection(); var statement = connection.prepareStatement(HOLDERS)) {
            statement.setString(1, role);
            statement.setString(2, section);
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalStateException("Nobody in the sample town has the role " + role);
                }
                return rows.getString(1);
            }
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** The one who holds the post today. */
    static String holding(DataSource owner, String post) {
        return one(owner, """
                select s.number from yakuba.org_appointment a join yakuba.org_staff s on s.id = a.staff
                where a.post = ? and (a.valid_until is null or a.valid_until > current_date) order by s.number limit 1
                """, post);
    }

    /** The number that a query with one parameter counts. */
    static long count(DataSource owner, String query, String value) {
        return Long.parseLong(one(owner, query, value));
    }

    private static String one(DataSource owner, String query, String value) {
        try (var connection = owner.getConnection(); var statement = connection.prepareStatement(query)) {
            statement.setString(1, value);
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalStateException("Nothing in the sample town for " + value);
                }
                return rows.getString(1);
            }
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** Enough people to have every role among them. */
    static List<String> oneOfEachRole(DataSource owner) {
        var roles = new ArrayList<String>();
        try (var connection = owner.getConnection(); var statement = connection.createStatement();
                var rows = statement.executeQuery("select distinct role from yakuba.org_post_role where role <> 'staff' order by role")) {
            while (rows.next()) {
                roles.add(rows.getString(1));
            }
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
        return roles.stream().map(role -> with(owner, role, "residents")).distinct().toList();
    }
}
