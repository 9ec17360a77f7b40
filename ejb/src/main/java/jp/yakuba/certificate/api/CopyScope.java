package jp.yakuba.certificate.api;

/** Whom a copy of the residence record (住民票の写し) is of. */
public enum CopyScope {
    /** Everybody who lives in the household (世帯全員). */
    WHOLE,
    /** Whoever asks, alone. */
    SELF,
    /** Those of the household who are named (世帯の一部). */
    SOME
}
