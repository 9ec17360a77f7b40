package jp.yakuba.document.api;

/** Where a file stands: records may be put in, or it is closed and its retention is counted. */
public enum DossierState {
    OPEN,
    CLOSED
}
