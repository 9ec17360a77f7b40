package jp.yakuba.journeys;

import java.sql.SQLException;

/** Time, as it passes for sessions: what a night does to them, done at once. */
final class Sessions {
    private static final int REMEMBERED_MILLIS = 4000;
    private static final String END = """
            update yakuba.acc_session set ended_at = now() where ended_at is null
            and account_id = (select id from yakuba.acc_account where mail = ?)
            """;

    private Sessions() {}

    /** Ends every session of the account, as an hour of rest does; a node remembers who somebody is for some seconds more. */
    static void end(Visitor visitor, OpenOffice office, String mail) {
        try (var connection = office.running().database().owner().getConnection(); var statement = connection.prepareStatement(END)) {
            statement.setString(1, mail);
            if (statement.executeUpdate() == 0) {
                throw new IllegalStateException(mail + " is not signed in");
            }
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
        visitor.page().waitForTimeout(REMEMBERED_MILLIS);
    }
}
