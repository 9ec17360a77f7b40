package jp.yakuba.organization.api;

/**
 * What is wrong with an order.
 *
 * @param line number of the line in the file, the head being the first; in a form 1
 * @param kind what is wrong
 * @param value what stands there
 */
public record AppointmentFault(int line, Kind kind, String value) {

    /** What can be wrong, and with which column. */
    public enum Kind {
        /** The head does not name the columns. */
        COLUMNS_WRONG("staff"),
        STAFF_UNKNOWN("staff"),
        /** No post has the code on the day. */
        POST_UNKNOWN("post"),
        /** MAIN, CONCURRENT or ACTING. */
        KIND_UNKNOWN("kind"),
        UNTIL_UNREADABLE("until"),
        /** It would end before it begins. */
        UNTIL_TOO_EARLY("until"),
        /** The person holds the post then already. */
        HELD_ALREADY("post"),
        /** A line before gives the person the same post, or another main post. */
        TWICE("staff");

        private final String column;

        Kind(String column) {
            this.column = column;
        }

        /** The column, and field, where it stands. */
        public String column() {
            return column;
        }
    }
}
