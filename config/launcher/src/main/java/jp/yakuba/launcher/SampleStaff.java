package jp.yakuba.launcher;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import jp.yakuba.cards.SampleAccounts;
import jp.yakuba.server.CannotOpen;

/**
 * One member of staff of the sample town for each role, to sign in as.
 *
 * @param roles what the post may do
 * @param number staff number, with which one signs in
 * @param name name and post
 */
record SampleStaff(String roles, String number, String name) {
    private static final String FIRST_OF_EACH_ROLE = """
            WITH holder AS (
                SELECT r.role, s.number, s.name, c.name AS section, p.title,
                       row_number() OVER (PARTITION BY r.role ORDER BY p.section <> 'residents', p.rank DESC, s.number) AS place
                FROM yakuba.org_post_role r
                JOIN yakuba.org_post p ON p.code = r.post
                JOIN yakuba.org_section c ON c.code = p.section
                JOIN yakuba.org_appointment a ON a.post = p.code AND (a.valid_until IS NULL OR a.valid_until > current_date)
                JOIN yakuba.org_staff s ON s.id = a.staff
                WHERE r.role <> 'staff')
            SELECT string_agg(role, ', ' ORDER BY role), number, max(name || '  ' || section || ' ' || title)
            FROM holder WHERE place = 1 GROUP BY number ORDER BY min(role)
            """;

    /** The password of every sample member of staff. */
    String password() {
        return SampleAccounts.STAFF_PASSWORD.formatted(number);
    }

    static List<SampleStaff> of(DataSource owner) {
        var all = new ArrayList<SampleStaff>();
        try (var connection = owner.getConnection(); var statement = connection.createStatement();
                var rows = statement.executeQuery(FIRST_OF_EACH_ROLE)) {
            while (rows.next()) {
                all.add(new SampleStaff(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        } catch (SQLException refused) {
            throw new CannotOpen("The sample staff cannot be read: " + refused.getMessage() + ".", refused);
        }
        return all;
    }
}
