package jp.yakuba.document.api;

/** What can be looked at for its integrity. */
public enum IntegrityKind {
    /** The bytes of every kept file, by their SHA-256. */
    FILES,
    /** Every chained history, and the entry it begins with. */
    HISTORIES,
    /** Every series of numbers: none missing, none beyond its counter. */
    NUMBERS,
    /** Every protocol of disposal, its number and what the history of its file says of it. */
    PROTOCOLS
}
