package jp.yakuba.organization.api;

/**
 * What is wrong with a line of a file of the delegation table.
 *
 * @param line number of the line in the file, the head being the first
 * @param kind what is wrong
 * @param value what stands there
 */
public record DelegationFault(int line, Kind kind, String value) {

    /** What can be wrong. */
    public enum Kind {
        /** The head does not name the columns. */
        COLUMNS_WRONG,
        /** The matter's code is missing or has other signs than small letters, digits and hyphens. */
        MATTER_UNREADABLE,
        NAME_MISSING,
        SOURCE_MISSING,
        /** An amount is a number of yen, or empty. */
        AMOUNT_UNREADABLE,
        /** A rank is a number from 10 to 99, or empty. */
        RANK_UNREADABLE,
        /** Either a rank or a post decides. */
        DECIDER_UNCLEAR,
        POST_UNKNOWN,
        SECTION_UNKNOWN,
        /** KO, OTSU, HEI, TEI, or empty. */
        CLASS_UNKNOWN,
        /** true or false. */
        FLAG_UNREADABLE,
        /** Consulted posts and sections are written post:code or section:code, stages divided by a bar. */
        BESIDE_UNREADABLE,
        /** The same matter and amount stands in the file before. */
        TWICE
    }
}
