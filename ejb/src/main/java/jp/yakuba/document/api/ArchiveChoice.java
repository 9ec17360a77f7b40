package jp.yakuba.document.api;

/** What the archivist chooses for a file (歴史的文書の選別). */
public enum ArchiveChoice {
    /** It stays for ever, in the archive. */
    KEEP,
    /** It may go. */
    LEAVE
}
