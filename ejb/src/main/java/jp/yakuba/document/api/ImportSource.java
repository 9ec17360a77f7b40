package jp.yakuba.document.api;

/**
 * Something in the import folder of the office from which documents can be taken: a folder or a ZIP archive.
 *
 * @param name its name in the folder
 * @param archive true if it is a ZIP archive
 * @param listed true if it has a list ({@code manifest.csv}) at its top
 */
public record ImportSource(String name, boolean archive, boolean listed) {}
