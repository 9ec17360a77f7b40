package jp.yakuba.register.api;

/** A thing that is written down of an entry, for saying where a fault is. */
public enum EntryField {
    NAME,
    KANA,
    CORPORATE_NUMBER,
    SEAT,
    CATEGORIES,
    VALID_FROM,
    VALID_UNTIL,
    TOWN
}
