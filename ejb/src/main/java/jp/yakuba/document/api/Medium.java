package jp.yakuba.document.api;

/** What a file is kept on (媒体). */
public enum Medium {
    ELECTRONIC,
    PAPER,
    BOTH
}
