package jp.yakuba.document.api;

/**
 * Something that is wrong with a line of an import.
 *
 * @param line number of the line, the heads being line 1
 * @param number the how-manieth fault of the line
 * @param column head of the column; null if the line as a whole is meant
 * @param reason end of the message key {@code document.import.fault.<reason>}, or the code of a problem such as {@code DOC-004}
 * @param value what stands there; null where it could be a person's
 */
public record ImportFaultLine(int line, int number, String column, String reason, String value) {}
