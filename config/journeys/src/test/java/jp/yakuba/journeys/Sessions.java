package jp.yakuba.journeys;

import java.sql.SQLException;

/** Time, as it passes for sessions: what a night does to them, done at once. */
final class Sessions {
    private static final int REMEMBERED_MILLIS = 4000;
    private static final String END = """
            update yakuba.acc_session set ended_at = now() where ended_at is null
            and account_id = (select id from yakuba.acc_account where mail = ?)
            """;

    private static final String END_OF_STAFF = """
            update yakuba.acc_session set ended_at = now() where ended_at is null
            and staff_id = (select id from yakuba.org_staff where number = ?)
            """;

    private Sessions() {}

    /** Ends every session of the member of staff. */
    static void endOfStaff(Visitor visitor, OpenOffice office, String number) {
        end(visitor, office, number, END_OF_STAFF);
    }

    /** Ends every session of the account, as an hour of rest does; a node remembers who somebody is for some seconds more. */
    static void end(Visitor visitor, OpenOffice office, String mail) {
        end(visitor, office, mail, END);
    }

    private static void end(Visitor visitor, OpenOffice office, String whose, String deed) {
        try (var connection = office.running().database().owner().getConnection(); var statement = connection.prepareStatement(deed)) {
            statement.setString(1, whose);
            if (statement.executeUpdate() == 0) {
                throw new IllegalStateException(whose + " is not signed in");
            }
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
        visitor.page().waitForTimeout(REMEMBERED_MILLIS);
    }
}
