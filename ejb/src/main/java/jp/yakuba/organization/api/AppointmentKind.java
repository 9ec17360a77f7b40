package jp.yakuba.organization.api;

/** The ways to hold a post. */
public enum AppointmentKind {
    /** 本務. */
    MAIN,
    /** 兼務・併任. */
    CONCURRENT,
    /** 職務代理・事務取扱: goes before whoever holds the post otherwise. */
    ACTING
}
