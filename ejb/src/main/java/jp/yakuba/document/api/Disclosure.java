package jp.yakuba.document.api;

/** Whether a file could be disclosed (公開区分): open, in part, or not; the clause says why not. */
public enum Disclosure {
    OPEN,
    PARTIAL,
    CLOSED
}
