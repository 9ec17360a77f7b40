package jp.yakuba.organization.api;

/**
 * What is wrong with a line of a reorganisation.
 *
 * @param line number of the line in the file, the head being the first; in a form the place of the line
 * @param kind what is wrong
 * @param value what stands there
 */
public record ReorganisationFault(int line, Kind kind, String value) {

    /** What can be wrong, and with which column. */
    public enum Kind {
        /** The head does not name the columns. */
        COLUMNS_WRONG("section"),
        /** true, false or nothing. */
        FLAG_UNREADABLE("main"),
        /** The section does not exist the day before. */
        SECTION_UNKNOWN("section"),
        /** The town itself is not reorganised away. */
        SECTION_IS_TOP("section"),
        /** The section ends on another day already. */
        SECTION_ENDS_ALREADY("section"),
        /** A section with posts would be left without anybody who takes over. */
        HEAD_LEFT("successor"),
        /** A code has small letters, digits and hyphens. */
        SUCCESSOR_UNREADABLE("successor"),
        /** No section has the code, and no line describes a new one. */
        SUCCESSOR_UNKNOWN("successor"),
        /** The section that takes over ends itself by that day: a circle, or one after the other the wrong way round. */
        SUCCESSOR_ENDS("successor"),
        /** The code was used by a section before; codes are never used again. */
        CODE_USED("successor"),
        /** The same section to the same one, twice. */
        TWICE("successor"),
        /** Of several heirs none, or more than one, has what was not given to another. */
        MAIN_UNCLEAR("main"),
        /** A section that exists is described, or a new one in two ways. */
        DESCRIBED_OTHERWISE("name"),
        /** Names are short and have no signs that nobody sees. */
        NAME_UNREADABLE("name"),
        ENGLISH_MISSING("english"),
        LETTER_MISSING("letter"),
        /** Another section has the letter from that day on, so that numbers would be mixed up. */
        LETTER_TAKEN("letter"),
        /** The section above does not exist from that day on. */
        PARENT_UNKNOWN("parent");

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
