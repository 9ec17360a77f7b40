package jp.yakuba.exchange.api;

/** What is written down about an office, field by field. */
public enum PeerField {
    CODE,
    NAME,
    ADDRESS,
    SERVICES,
    ASKED,
    MOST_BYTES,
    PER_MINUTE,
    WAY
}
