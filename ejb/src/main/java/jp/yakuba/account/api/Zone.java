package jp.yakuba.account.api;

/** The listeners of the office; a session of one zone is nothing in another. */
public enum Zone {
    PORTAL,
    CARD,
    OFFICE,
    LGWAN
}
