package jp.yakuba.document.api;

import java.time.LocalDate;

/**
 * What is looked for among records; a null or blank condition means any. All of them hold together.
 *
 * @param words words in number, title, party, names of files or their text; each of them must be found
 * @param direction {@code IN}, {@code OUT} or {@code INTERNAL}
 * @param section section in whose register they stand, or which has them now
 * @param state where they stand
 * @param from first day of arrival, or of entry for what did not arrive
 * @param until last such day
 * @param person part of the name of whoever entered, holds, circulated or was given it to read
 * @param dossier part of code or name of the file it lies in
 */
public record RecordQuery(
        String words, String direction, String section, RecordState state, LocalDate from, LocalDate until, String person,
        String dossier) {

    /** Only words. */
    public static RecordQuery of(String words) {
        return new RecordQuery(words, null, null, null, null, null, null, null);
    }

    /** True if nothing at all is looked for. */
    public boolean isEmpty() {
        return blank(words) && blank(direction) && blank(section) && state == null && from == null && until == null && blank(person)
                && blank(dossier);
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
